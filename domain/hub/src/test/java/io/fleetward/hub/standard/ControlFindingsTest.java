// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.ingest.Admission;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlFindingsTest {
    private static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00.123456Z");
    private static final SecurityControl CONTROL = TaggingControls.all().getLast();
    private static final String POLICY = "arn:aws:iot:eu-west-1:123456789012:policy/pump";
    private static final ControlVerdict FAILED = new ControlVerdict(POLICY, ComplianceStatus.FAILED);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void writesFindingsThatTheHubAdmits(boolean isPerStandard) {
        for (ComplianceStatus status : ComplianceStatus.values()) {
            ControlReport report = findings(isPerStandard).report(new ControlVerdict(POLICY, status), null, NOW);
            assertThat(Admission.of(report.document())).isInstanceOf(Admission.Admitted.class);
            assertThat(Admission.of(report.withdrawal(NOW))).isInstanceOf(Admission.Admitted.class);
        }
    }

    @Test
    void namesTheFindingByControlAndResource() {
        ControlFindings findings = findings(false);
        assertThat(findings.findingId(POLICY))
                .startsWith("arn:aws:securityhub:eu-west-1:123456789012:security-control/IoT.6/finding/")
                .isEqualTo(findings.findingId(POLICY))
                .isNotEqualTo(findings.findingId(POLICY + "2"))
                .isNotEqualTo(findings(true).findingId(POLICY));
    }

    @Test
    void datesEveryReportLaterThanTheOneBefore() {
        ControlReport first = findings(false).report(FAILED, null, NOW);
        assertThat(first.updatedAt()).isEqualTo(Instant.parse("2026-06-01T00:00:00.123Z"));
        ControlReport second = findings(false).report(FAILED, first, NOW);
        assertThat(second.updatedAt()).isEqualTo(first.updatedAt().plusMillis(1));
        assertThat(second.createdAt()).isEqualTo(first.createdAt());
        assertThat(second.withdrawal(NOW.minusSeconds(9)).path("UpdatedAt").stringValue())
                .isEqualTo("2026-06-01T00:00:00.125Z");
        assertThat(findings(false).report(FAILED, first, NOW.plusSeconds(1)).updatedAt())
                .isEqualTo(Instant.parse("2026-06-01T00:00:01.123Z"));
    }

    @Test
    void knowsWhatTheHubHasBeenTold() {
        ControlReport told = findings(false).report(FAILED, null, NOW);
        assertThat(findings(false).isToldBy(told, FAILED)).isTrue();
        assertThat(findings(false).isToldBy(told, new ControlVerdict(POLICY, ComplianceStatus.PASSED)))
                .isFalse();
        assertThat(findings(true).isToldBy(told, FAILED)).isFalse();
    }

    private static ControlFindings findings(boolean isPerStandard) {
        var tags = new TagRequirement(List.of("team"));
        return new ControlFindings(HOME, CONTROL, Standards.IOT_DEVICE_SECURITY, tags, isPerStandard);
    }
}
