// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import static io.fleetward.server.fleet.FleetApi.unlessThere;

import io.fleetward.aws.model.iot.AddThingToThingGroupRequest;
import io.fleetward.aws.model.iot.AttachPolicyRequest;
import io.fleetward.aws.model.iot.AttachThingPrincipalRequest;
import io.fleetward.aws.model.iot.AttributePayload;
import io.fleetward.aws.model.iot.CreateCertificateFromCsrRequest;
import io.fleetward.aws.model.iot.CreatePolicyRequest;
import io.fleetward.aws.model.iot.CreateThingGroupRequest;
import io.fleetward.aws.model.iot.CreateThingRequest;
import io.fleetward.aws.model.iot.CreateThingTypeRequest;
import io.fleetward.aws.model.iot.RegisterCertificateWithoutCARequest;
import io.fleetward.pki.DeviceKey;
import io.fleetward.registry.certificate.Validity;
import io.fleetward.server.fleet.FleetFolder.Credentials;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Makes the devices: types, groups, policies, then each thing with its certificate. Every step may be repeated. */
final class RegistrySeeder {
    static final String POLICY = "fleet-device";
    static final String WIDE_POLICY = "gateway-debug";

    /** How long the certificate lives that is about to expire. */
    static final Duration SHORT_LIFE = Duration.ofDays(14);

    private static final Duration BACKDATED = Duration.ofMinutes(2);
    private static final String ALLOW_EVERYTHING = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private final FleetApi api;
    private final FleetFolder folder;
    private final SecureRandom random;

    RegistrySeeder(FleetApi api, FleetFolder folder, SecureRandom random) {
        this.api = api;
        this.folder = folder;
        this.random = random;
    }

    /** What all devices have in common. */
    void seedGroups() {
        createPolicy(POLICY, ownTopicsOnly());
        createPolicy(WIDE_POLICY, ALLOW_EVERYTHING);
        for (DeviceKind kind : DeviceKind.values()) {
            unlessThere(() -> api.registry()
                    .types()
                    .createThingType(
                            CreateThingTypeRequest.builder()
                                    .thingTypeName(kind.thingType())
                                    .build(),
                            api.context()));
            unlessThere(() -> api.registry()
                    .groups()
                    .createThingGroup(
                            CreateThingGroupRequest.builder()
                                    .thingGroupName(kind.group())
                                    .build(),
                            api.context()));
            attachPolicy(POLICY, arn("thinggroup/" + kind.group()));
        }
    }

    /** One device; the one whose certificate it uses must have been seeded before. */
    void seed(PlannedDevice device) throws IOException {
        createThing(device);
        if (device.hasItsOwnCertificate() && !folder.holds(device.name())) {
            folder.keep(device.name(), certify(device));
        }
        String certificate = arn("cert/" + CertificateIds.of(folder.read(device.certificateOf())));
        api.registry()
                .principals()
                .attachThingPrincipal(
                        AttachThingPrincipalRequest.builder()
                                .thingName(device.name())
                                .principal(certificate)
                                .build(),
                        api.context());
        if (device.part() == DevicePart.MAY_DO_EVERYTHING) {
            attachPolicy(WIDE_POLICY, certificate);
        }
    }

    private void createThing(PlannedDevice device) {
        unlessThere(() -> api.registry()
                .things()
                .createThing(
                        CreateThingRequest.builder()
                                .thingName(device.name())
                                .thingTypeName(device.kind().thingType())
                                .attributePayload(AttributePayload.builder()
                                        .attributes(device.attributes())
                                        .build())
                                .build(),
                        api.context()));
        api.registry()
                .members()
                .addThingToThingGroup(
                        AddThingToThingGroupRequest.builder()
                                .thingName(device.name())
                                .thingGroupName(device.kind().group())
                                .build(),
                        api.context());
    }

    private Credentials certify(PlannedDevice device) {
        DeviceKey key = DeviceKey.create(device.name(), random);
        String certificate = device.part() == DevicePart.HAS_AN_EXPIRING_CERTIFICATE
                ? register(key.selfSignedPem(fromNow(SHORT_LIFE)))
                : issue(key.signingRequestPem());
        return new Credentials(certificate, key.privateKeyPem());
    }

    private String issue(String signingRequest) {
        return Objects.requireNonNull(api.registry()
                .certificates()
                .createCertificateFromCsr(
                        CreateCertificateFromCsrRequest.builder()
                                .certificateSigningRequest(signingRequest)
                                .setAsActive(true)
                                .build(),
                        api.context())
                .certificatePem());
    }

    private String register(String certificatePem) {
        api.registry()
                .certificates()
                .registerCertificateWithoutCA(
                        RegisterCertificateWithoutCARequest.builder()
                                .certificatePem(certificatePem)
                                .status("ACTIVE")
                                .build(),
                        api.context());
        return certificatePem;
    }

    private Validity fromNow(Duration life) {
        Instant now = api.context().at();
        return new Validity(now.minus(BACKDATED), now.plus(life));
    }

    private void createPolicy(String name, String document) {
        unlessThere(() -> api.registry()
                .policies()
                .createPolicy(
                        CreatePolicyRequest.builder()
                                .policyName(name)
                                .policyDocument(document)
                                .build(),
                        api.context()));
    }

    private void attachPolicy(String name, String target) {
        api.registry()
                .attachments()
                .attachPolicy(
                        AttachPolicyRequest.builder()
                                .policyName(name)
                                .target(target)
                                .build(),
                        api.context());
    }

    private String ownTopicsOnly() {
        return """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"iot:Connect","Resource":"%s"},
                  {"Effect":"Allow","Action":"iot:Publish","Resource":"%s"}]}""".formatted(
                        arn("client/${iot:Connection.Thing.ThingName}"),
                        arn("topic/fleet/${iot:Connection.Thing.ThingName}/telemetry"));
    }

    private String arn(String resource) {
        return api.scope().arn("iot", resource).toString();
    }
}
