// SPDX-License-Identifier: Apache-2.0
package io.fleetward.expression;

import static io.fleetward.registry.certificate.CertificateBuilder.aCertificate;
import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.check.CheckSettings;
import io.fleetward.audit.check.CustomAuditCheck;
import io.fleetward.audit.custom.CheckTemplates;
import io.fleetward.audit.custom.ConnectionSummary;
import io.fleetward.audit.custom.CustomCheck;
import io.fleetward.audit.custom.CustomChecksOfTests;
import io.fleetward.audit.custom.FixedNeighbours;
import io.fleetward.audit.custom.Neighbours;
import io.fleetward.audit.custom.Profile;
import io.fleetward.audit.view.FixedView;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.CertificateBuilder;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.certificate.PublicKeyFacts;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every template judges what it is for. */
class CheckTemplatesInUseTest {
    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");
    private static final FixedNeighbours ALONE = FixedNeighbours.NONE;
    private static final FixedNeighbours ATTACHED = ALONE.withThings("pump-1");

    /** By the template's name what it flags and what it does not. */
    private record Fixture(List<Profile> flagged, List<Profile> compliant) {}

    private static final Map<String, Fixture> FIXTURES = Map.ofEntries(
            entry(
                    "CUSTOM_DEVICE_CERTIFICATE_WEAK_SIGNATURE_CHECK",
                    new Fixture(
                            List.of(
                                    device(aDevice().signedWith("SHA1withRSA"), ALONE),
                                    device(aDevice().signedWith("MD5withRSA"), ALONE)),
                            List.of(
                                    device(aDevice(), ALONE),
                                    device(aDevice().signedWith("SHA512withECDSA"), ALONE),
                                    device(
                                            aDevice().signedWith("SHA1withRSA").in(CertificateStatus.INACTIVE),
                                            ALONE)))),
            entry(
                    "CUSTOM_CA_CERTIFICATE_WEAK_SIGNATURE_CHECK",
                    new Fixture(
                            List.of(new Profile.OfAuthority(
                                    aDevice().signedWith("SHA1withRSA").buildCa(CaStatus.ACTIVE))),
                            List.of(
                                    new Profile.OfAuthority(aDevice().buildCa(CaStatus.ACTIVE)),
                                    new Profile.OfAuthority(
                                            aDevice().signedWith("SHA1withRSA").buildCa(CaStatus.INACTIVE))))),
            entry(
                    "CUSTOM_DEVICE_CERTIFICATE_SHORT_KEY_CHECK",
                    new Fixture(
                            List.of(device(aDevice(), ALONE)),
                            List.of(
                                    device(aDevice().key(rsa(3072)), ALONE),
                                    device(aDevice().key(PublicKeyFacts.other("EC", 256)), ALONE)))),
            entry(
                    "CUSTOM_DEVICE_CERTIFICATE_WITHOUT_THING_CHECK",
                    new Fixture(
                            List.of(device(aDevice(), ALONE)),
                            List.of(
                                    device(aDevice(), ATTACHED),
                                    device(aDevice().in(CertificateStatus.REVOKED), ALONE)))),
            entry(
                    "CUSTOM_THING_WITHOUT_CERTIFICATE_CHECK",
                    new Fixture(
                            List.of(CustomChecksOfTests.thing("pump-1", ALONE)),
                            List.of(CustomChecksOfTests.thing("pump-1", ALONE.withActiveCertificates("c1"))))),
            entry(
                    "CUSTOM_DEVICE_CERTIFICATE_OF_MANY_THINGS_CHECK",
                    new Fixture(
                            List.of(device(aDevice(), ALONE.withThings("pump-1", "pump-2"))),
                            List.of(device(aDevice(), ATTACHED), device(aDevice(), ALONE)))),
            entry(
                    "CUSTOM_DEVICE_CERTIFICATE_NEVER_CONNECTED_CHECK",
                    new Fixture(
                            List.of(device(aDevice().createdAt(NOW.minus(Duration.ofDays(32))), ALONE)),
                            List.of(
                                    device(aDevice().createdAt(NOW.minus(Duration.ofDays(30))), ALONE),
                                    device(
                                            aDevice().createdAt(NOW.minus(Duration.ofDays(32))),
                                            ALONE.withConnections(ConnectionSummary.NONE.with(NOW, false)))))),
            entry(
                    "CUSTOM_IOT_POLICY_UNATTACHED_CHECK",
                    new Fixture(
                            List.of(policy("arn:aws:iot:*:*:client/a", ALONE)),
                            List.of(policy("arn:aws:iot:*:*:client/a", ALONE.withTargets("arn"))))),
            entry(
                    "CUSTOM_IOT_POLICY_CONNECT_WILDCARD_CHECK",
                    new Fixture(
                            List.of(
                                    policy("*", ALONE),
                                    policy("arn:aws:iot:eu-west-1:111122223333:client/*", ALONE),
                                    policy("arn:aws:iot:eu-west-1:111122223333:client/pump-*", ALONE)),
                            List.of(
                                    policy("arn:aws:iot:*:*:client/pump-1", ALONE),
                                    policy("arn:aws:iot:*:*:client/${iot:Connection.Thing.ThingName}", ALONE),
                                    policy("arn:aws:iot:eu-west-1:111122223333:topic/*", ALONE)))),
            entry(
                    "CUSTOM_DEVICE_CERTIFICATE_NAME_MISMATCH_CHECK",
                    new Fixture(
                            List.of(device(aDevice().subject("pump-2"), ATTACHED)),
                            List.of(
                                    device(aDevice().subject("pump-1"), ATTACHED),
                                    device(aDevice().subject("pump-2"), ALONE)))));

    static Stream<CustomCheck> templates() {
        return CheckTemplates.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void flagsWhatItIsForAndNothingElse(CustomCheck template) {
        Fixture fixture = requireNonNull(FIXTURES.get(template.name().value()), "a fixture for each template");

        assertThat(fixture.flagged())
                .allSatisfy(profile -> assertThat(faults(template, profile)).isEqualTo(1));
        assertThat(fixture.compliant())
                .allSatisfy(profile -> assertThat(faults(template, profile)).isZero());
    }

    @Test
    void hasNoFixtureTooMany() {
        assertThat(CheckTemplates.ALL)
                .extracting(template -> template.name().value())
                .containsExactlyInAnyOrderElementsOf(FIXTURES.keySet());
    }

    private static int faults(CustomCheck template, Profile profile) {
        return new CustomAuditCheck(template, new CelPredicates().compile(template.subject(), template.expression()))
                .inspect(FixedView.EMPTY.withProfiles(profile), CheckSettings.DEFAULTS, NOW)
                .nonCompliances()
                .size();
    }

    private static CertificateBuilder aDevice() {
        return aCertificate(FixedView.SCOPE, "a");
    }

    private static Profile device(CertificateBuilder certificate, Neighbours neighbours) {
        return new Profile.OfCertificate(certificate.build(), neighbours);
    }

    private static PublicKeyFacts rsa(int bits) {
        return PublicKeyFacts.rsa(BigInteger.TWO.pow(bits).subtract(BigInteger.ONE));
    }

    private static Profile policy(String resource, Neighbours neighbours) {
        String document = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iot:Connect\","
                + "\"Resource\":\"" + resource + "\"}]}";
        return CustomChecksOfTests.policy("sample", document, neighbours);
    }
}
