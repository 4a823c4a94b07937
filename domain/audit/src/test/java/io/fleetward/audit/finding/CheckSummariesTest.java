// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.finding;

import static io.fleetward.audit.finding.Occasions.REPORTED;
import static io.fleetward.audit.finding.Occasions.at;
import static io.fleetward.audit.finding.Occasions.nightly;
import static io.fleetward.audit.finding.Occasions.onDemand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fleetward.audit.task.CheckRun;
import io.fleetward.testkit.GoldenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckSummariesTest {
    private final CheckSummaries summaries = new CheckSummaries("https://fleetward.example");

    @Test
    void summarisesANonCompliantScheduledCheck() {
        HubReport report = summaries.report(nightly(), new CheckRun.Completed(200, 3, 1), null);

        golden("scheduled-non-compliant").holds(report.document().toPrettyString() + "\n");
        assertThat(report.isActive()).isTrue();
    }

    @Test
    void summarisesACompliantCheckAsArchived() {
        HubReport report = summaries.report(onDemand(), new CheckRun.Completed(1, 0, 0), null);

        golden("on-demand-compliant").holds(report.document().toPrettyString() + "\n");
        assertThat(report.isActive()).isFalse();
    }

    @Test
    void summarisesAFailedCheckAsActive() {
        var run = new CheckRun.Failed(CheckRun.FailureCode.AUDIT_CHECK_DISABLED, "The check was disabled.");
        HubReport report = summaries.report(onDemand(), run, null);

        golden("on-demand-failed").holds(report.document().toPrettyString() + "\n");
        assertThat(report.isActive()).isTrue();
    }

    @Test
    void summarisesACancelledCheckAsArchived() {
        HubReport report = summaries.report(onDemand(), new CheckRun.Canceled(), null);

        golden("on-demand-canceled").holds(report.document().toPrettyString() + "\n");
        assertThat(report.isActive()).isFalse();
    }

    @Test
    void updatesTheSummaryOfTheRunBefore() {
        HubReport first = summaries.report(onDemand(), new CheckRun.Completed(4, 1, 0), null);

        HubReport next = summaries.report(at(onDemand(), REPORTED), new CheckRun.Completed(4, 0, 0), first);

        assertThat(next.id()).isEqualTo(first.id());
        assertThat(next.createdAt()).isEqualTo(first.createdAt());
        assertThat(next.updatedAt()).isAfter(first.updatedAt());
        assertThat(next.document().has("WorkflowState")).isFalse();
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(textBlock = """
            2,  1000, 0.2%
            0,  0,    0%
            0,  7,    0%
            3,  200,  1.5%
            1,  3,    33.33%
            2,  3,    66.67%
            7,  7,    100%
            10, 100,  10%
            """)
    void writesThePercentageAsShortAsItGets(long part, long total, String text) {
        HubReport report = summaries.report(onDemand(), new CheckRun.Completed(total, part, 0), null);

        assertThat(report.document().path("Description").stringValue()).endsWith(" resources, " + text + ".");
    }

    @Test
    void cutsADescriptionThatIsTooLongForTheHub() {
        HubReport report = summaries.report(onDemand(), new CheckRun.Failed(null, "x".repeat(2000)), null);

        assertThat(report.document().path("Description").stringValue())
                .hasSize(1024)
                .endsWith("…");
        assertThat(report.document().path("ProductFields").has("ErrorCode")).isFalse();
    }

    @Test
    void cannotSummariseWhatIsNotFinished() {
        assertThatIllegalStateException()
                .isThrownBy(() -> summaries.report(onDemand(), new CheckRun.InProgress(), null));
    }

    private static GoldenFile golden(String name) {
        return GoldenFile.inTestResources("io/fleetward/audit/finding/summary-" + name + ".golden.json");
    }
}
