// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static io.fleetward.application.policy.PolicyFleet.ELSEWHERE;
import static io.fleetward.application.policy.PolicyFleet.HERE;
import static io.fleetward.application.policy.PolicyFleet.document;
import static io.fleetward.registry.certificate.CertificateBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.evaluate.Authorizer;
import io.fleetward.policy.evaluate.Outcome;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.registry.DevicePrincipal;
import io.fleetward.registry.DevicePrincipal.AssociatedThing;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.thing.AttachmentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RegisteredDevicePrincipalsTest {
    private static final String ALLOW = document("Allow", "*", "*");

    private final PolicyFleet fleet = new PolicyFleet();

    @ParameterizedTest(name = "{0}: {1} attachment, client {2} is thing {3} under {4}")
    @CsvFileSource(resources = "which-policies-apply.csv", delimiter = '|', numLinesToSkip = 3)
    void findsThingAndPolicies(
            String id, String attachment, String clientId, String thing, String policies, String source) {
        fleet.attached("cert", ALLOW, fleet.certificate.arn());
        fleet.attached("group", ALLOW, fleet.group.arn());
        fleet.attached("root", ALLOW, fleet.root.arn());
        fleet.policy("unattached", ALLOW);
        switch (attachment) {
            case "shared" -> fleet.associated(AttachmentType.NON_EXCLUSIVE_THING);
            case "exclusive" -> fleet.associated(AttachmentType.EXCLUSIVE_THING);
            default -> assertThat(attachment).isEqualTo("none");
        }

        DevicePrincipal principal = resolved(clientId);

        assertThat(principal.thing())
                .as("%s: %s", id, source)
                .isEqualTo(
                        thing.equals("none")
                                ? null
                                : new AssociatedThing(
                                        "T1", "P", Map.of("role", "pump"), attachment.equals("exclusive")));
        assertThat(principal.policies().stream().map(NamedPolicy::name).collect(Collectors.joining(" ")))
                .as("%s: %s", id, source)
                .isEqualTo(policies);
    }

    @Test
    void countsOnlyTheVersionInForce() {
        fleet.attached("p", document("Allow", "*", "*"), fleet.certificate.arn());
        fleet.policies.createVersion(HERE, new PolicyName("p"), document("Deny", "*", "*"), true);

        assertThat(mayConnect("d1")).as("V61").isEqualTo(Outcome.EXPLICIT_DENY);
        assertThat(resolved("d1").policies()).extracting(NamedPolicy::versionId).containsExactly("2");
    }

    @Test
    void quarantinesADeviceThroughItsGroup() {
        fleet.attached("open", ALLOW, fleet.certificate.arn());
        fleet.attached("quarantine", document("Deny", "iot:*", "*"), fleet.group.arn());
        fleet.associated(AttachmentType.NON_EXCLUSIVE_THING);

        assertThat(mayConnect("T1")).as("V53").isEqualTo(Outcome.EXPLICIT_DENY);
        assertThat(mayConnect("other")).as("V54").isEqualTo(Outcome.ALLOWED);

        fleet.associated(AttachmentType.EXCLUSIVE_THING);
        assertThat(mayConnect("other")).as("V54, closed by exclusivity").isEqualTo(Outcome.EXPLICIT_DENY);
    }

    @Test
    void inheritsThePoliciesOfTheWholeHierarchy() {
        fleet.attached("g", document("Allow", "iot:Connect", "*"), fleet.root.arn());
        fleet.associated(AttachmentType.NON_EXCLUSIVE_THING);

        assertThat(mayConnect("T1")).as("V52").isEqualTo(Outcome.ALLOWED);
        assertThat(mayConnect("other")).as("V52").isEqualTo(Outcome.IMPLICIT_DENY);
    }

    @Test
    void readsTheCertificateOnlyForPoliciesThatAskForIt() {
        fleet.attached("plain", ALLOW, fleet.certificate.arn());

        assertThat(resolved("d1").certificateAttributes()).isEmpty();
        assertThat(fleet.certificatesRead).isZero();

        fleet.attached(
                "asking", document("Allow", "*", "${iot:certificate.Subject.CommonName}"), fleet.certificate.arn());
        fleet.certificateVariables = Map.of(
                "iot:Certificate.Subject.Organization",
                List.of("Pumps, Inc. \\ \"A+B\" = <x>;"),
                "iot:Certificate.Subject.Country",
                List.of("1", "2", "3", "4", "5", "6"));

        assertThat(resolved("d1").certificateAttributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "iot:Certificate.Subject.Organization",
                        List.of("Pumps\\, Inc. \\\\ \\\"A\\+B\\\" \\= \\<x\\>\\;"),
                        "iot:Certificate.Subject.Country",
                        List.of("1", "2", "3", "4", "5")));
        assertThat(fleet.certificatesRead).isEqualTo(1);
    }

    @Test
    void saysWhetherTheCertificateMayConnectNow() {
        assertThat(resolved("d1").mayConnect()).isTrue();

        fleet.clock.advance(Duration.ofDays(3651));
        assertThat(resolved("d1").mayConnect()).isFalse();
    }

    @Test
    void findsInactiveCertificatesToo() {
        var inactive = aCertificate(HERE, "d2").in(CertificateStatus.INACTIVE).build();
        fleet.registry.change(tx -> fleet.registry.certificates().put(tx, inactive));

        assertThat(Objects.requireNonNull(resolve(HERE, inactive.id().value(), "x"))
                        .mayConnect())
                .isFalse();
    }

    @Test
    void knowsNoCertificateOfAnotherRegionOrWithoutAnId() {
        assertThat(resolve(ELSEWHERE, fleet.certificate.id().value(), "T1")).isNull();
        assertThat(resolve(HERE, "0".repeat(64), "T1")).isNull();
        assertThat(resolve(HERE, "not an id", "T1")).isNull();
    }

    @Test
    void saysWhereACertificateIsRegistered() {
        fleet.registry.change(tx -> fleet.registry
                .certificates()
                .put(tx, aCertificate(ELSEWHERE, "c1").build()));

        assertThat(scopesOf(fleet.certificate.id().value())).containsExactlyInAnyOrder(HERE, ELSEWHERE);
        assertThat(scopesOf("0".repeat(64))).isEmpty();
        assertThat(scopesOf("not an id")).isEmpty();
    }

    @Test
    void sharesTheCompiledFormOfEqualDocuments() {
        fleet.attached("p", ALLOW, fleet.certificate.arn());
        fleet.attached("q", ALLOW, fleet.certificate.arn());

        List<NamedPolicy> policies = resolved("d1").policies();

        assertThat(policies.getFirst().document()).isSameAs(policies.getLast().document());
        assertThat(resolved("d2").policies().getFirst().document())
                .isSameAs(policies.getFirst().document());
    }

    private Outcome mayConnect(String clientId) {
        return new Authorizer(HERE, resolved(clientId).policies(), PolicyContext.EMPTY)
                .decide(DeviceAction.CONNECT, clientId, fleet.clock.instant());
    }

    private DevicePrincipal resolved(String clientId) {
        return Objects.requireNonNull(resolve(HERE, fleet.certificate.id().value(), clientId));
    }

    private @Nullable DevicePrincipal resolve(AccountRegion scope, String certificateId, String clientId) {
        return fleet.registry.read(tx -> fleet.principals.resolve(tx, scope, certificateId, clientId));
    }

    private List<AccountRegion> scopesOf(String certificateId) {
        return fleet.registry.read(tx -> fleet.principals.scopesOf(tx, certificateId));
    }
}
