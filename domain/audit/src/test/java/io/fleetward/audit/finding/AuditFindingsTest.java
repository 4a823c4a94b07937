// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.finding;

import static io.fleetward.audit.finding.Occasions.REPORTED;
import static io.fleetward.audit.finding.Occasions.at;
import static io.fleetward.audit.finding.Occasions.findingOn;
import static io.fleetward.audit.finding.Occasions.onDemand;
import static io.fleetward.audit.finding.Occasions.suppressed;
import static io.fleetward.audit.finding.Occasions.withInfo;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.view.FixedView;
import io.fleetward.testkit.GoldenFile;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AuditFindingsTest {
    private static final ResourceIdentifier POLICY = new ResourceIdentifier.PolicyVersion("AllOpen", "3");
    private static final Map<String, ResourceIdentifier> RESOURCES = Map.of(
            "policy", POLICY,
            "device-certificate", new ResourceIdentifier.DeviceCertificate("d".repeat(64)),
            "ca-certificate", new ResourceIdentifier.CaCertificate("c".repeat(64)),
            "client-id", new ResourceIdentifier.ClientId("pump 7/ü"),
            "issuer-certificate", new ResourceIdentifier.IssuerCertificate("CN=Plant 1", "e".repeat(64), "AB12"),
            "account-settings", new ResourceIdentifier.AccountSettings(FixedView.SCOPE.account()));

    private final AuditFindings findings = new AuditFindings("https://fleetward.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy",
                "device-certificate",
                "ca-certificate",
                "client-id",
                "issuer-certificate",
                "account-settings"
            })
    void writesTheFirstReportOnAFault(String resource) {
        HubReport report = first(findingOn(Objects.requireNonNull(RESOURCES.get(resource))));

        golden("finding-" + resource).holds(report.document().toPrettyString() + "\n");
    }

    /** Otherwise a device could hide what it does from the hub by its choice of a client id. */
    @Test
    void showsAClientIdOfBlanks() {
        JsonNode document =
                first(findingOn(new ResourceIdentifier.ClientId("  "))).document();

        assertThat(document.path("Resources").path(0).path("Id").stringValue()).isEqualTo("%20%20");
        assertThat(document.path("ProductFields").path("ClientId").stringValue())
                .isEqualTo("%20%20");
        assertThat(document.path("Id").stringValue()).contains("/CLIENT_ID/%20%20/");
    }

    @Test
    void shortensTheSubjectOfAnIssuer() {
        var issuer = new ResourceIdentifier.IssuerCertificate("x".repeat(1_000), "e".repeat(64), "AB12");

        JsonNode document = first(findingOn(issuer)).document();

        assertThat(document.path("Id").stringValue()).hasSizeLessThanOrEqualTo(512);
        assertThat(document.path("Resources").path(0).path("Id").stringValue())
                .hasSize(200)
                .endsWith("x…");
    }

    @Test
    void updatesTheSameFaultWithoutTouchingItsWorkflow() {
        HubReport first = first(findingOn(POLICY));

        HubReport next = report(findingOn(POLICY), first, 86_400);

        golden("finding-update").holds(next.document().toPrettyString() + "\n");
        assertThat(next.id()).isEqualTo(first.id());
        assertThat(next.createdAt()).isEqualTo(first.createdAt());
    }

    @Test
    void archivesAFaultThatIsGone() {
        HubReport archived = first(findingOn(POLICY)).archived(REPORTED.plusSeconds(86_400));

        golden("finding-archived").holds(archived.document().toPrettyString() + "\n");
        assertThat(archived.isActive()).isFalse();
    }

    @Test
    void tellsTheHubWhatElseIsKnownOfTheResource() {
        var info = Map.of("WITNESS_CONNECT", "arn:client/another-device", "WITNESS_PUBLISH", "a".repeat(3000));

        HubReport report = first(withInfo(findingOn(POLICY), info));

        JsonNode fields = report.document().path("ProductFields");
        assertThat(fields.path("WITNESS_CONNECT").stringValue()).isEqualTo("arn:client/another-device");
        assertThat(fields.path("WITNESS_PUBLISH").stringValue())
                .as("as much as the hub accepts")
                .isEqualTo("a".repeat(2047) + "…");
        assertThat(fields.path("PolicyName").stringValue()).isEqualTo("AllOpen");
    }

    @Test
    void datesEveryReportStrictlyLaterThanTheOneBefore() {
        HubReport first = first(findingOn(POLICY));

        HubReport second = report(findingOn(POLICY), first, 0);
        HubReport third = report(findingOn(POLICY), second, -10);

        assertThat(second.updatedAt()).isEqualTo(first.updatedAt().plusMillis(1));
        assertThat(third.updatedAt()).isEqualTo(second.updatedAt().plusMillis(1));
        assertThat(third.archived(REPORTED).updatedAt()).isAfter(third.updatedAt());
        assertThat(second.document().path("UpdatedAt").stringValue()).isEqualTo("2026-06-01T02:10:05.121Z");
    }

    @Test
    void bringsAFaultBackUnderTheSameId() {
        HubReport archived = first(findingOn(POLICY)).archived(REPORTED.plusSeconds(1));

        HubReport back = report(findingOn(POLICY), archived, 2);

        assertThat(back.id()).isEqualTo(archived.id());
        assertThat(back.isActive()).isTrue();
        assertThat(back.document().path("RecordState").stringValue()).isEqualTo("ACTIVE");
        assertThat(back.document().has("Workflow")).isFalse();
    }

    @Test
    void saysNothingOfASuppressedFaultThatTheHubNeverHeardOf() {
        assertThat(findings.report(onDemand(), suppressed(findingOn(POLICY)), null))
                .isNull();
    }

    @Test
    void archivesAFaultThatIsSuppressedNow() {
        HubReport first = first(findingOn(POLICY));

        HubReport next = report(suppressed(findingOn(POLICY)), first, 1);

        assertThat(next.isActive()).isFalse();
        assertThat(next.document().path("RecordState").stringValue()).isEqualTo("ARCHIVED");
        assertThat(next.document().path("ProductFields").path("IsSuppressed").stringValue())
                .isEqualTo("true");
    }

    private HubReport first(AuditFinding finding) {
        return Objects.requireNonNull(findings.report(onDemand(), finding, null));
    }

    private HubReport report(AuditFinding finding, HubReport previous, long secondsLater) {
        var occasion = at(onDemand(), REPORTED.plusSeconds(secondsLater));
        return Objects.requireNonNull(findings.report(occasion, finding, previous));
    }

    private static GoldenFile golden(String name) {
        return GoldenFile.inTestResources("io/fleetward/audit/finding/" + name + ".golden.json");
    }
}
