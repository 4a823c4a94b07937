// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.finding;

import static io.fleetward.audit.finding.Occasions.DESCRIPTION;
import static io.fleetward.audit.finding.Occasions.fault;
import static io.fleetward.audit.finding.Occasions.onDemand;
import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.CheckResult;
import io.fleetward.audit.suppression.Suppressions;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.kernel.Ids;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckReportTest {
    private final Ids ids = new Ids(new Random(1));

    @Test
    void countsResourcesNotFindings() {
        var result = new CheckResult(10, List.of(fault("a", "R1"), fault("a", "R2"), fault("b", "R1")));

        CheckReport report = CheckReport.of(onDemand(), result, Suppressions.NONE, ids);

        assertThat(report.run()).isEqualTo(new CheckRun.Completed(10, 2, 0));
        assertThat(report.findings())
                .extracting(AuditFinding::code)
                .containsExactly(new ReasonCode("R1"), new ReasonCode("R2"), new ReasonCode("R1"));
        assertThat(report.findings())
                .extracting(AuditFinding::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    @Test
    void fillsInTaskTimeAndSeverity() {
        CheckReport report =
                CheckReport.of(onDemand(), new CheckResult(1, List.of(fault("a", "R1"))), Suppressions.NONE, ids);

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.taskId()).isEqualTo(onDemand().task().id());
            assertThat(finding.taskStartedAt()).isEqualTo(NOW);
            assertThat(finding.foundAt()).isEqualTo(onDemand().now());
            assertThat(finding.check()).isEqualTo(DESCRIPTION.name());
            assertThat(finding.severity()).isEqualTo(DESCRIPTION.severity());
            assertThat(finding.isSuppressed()).isFalse();
        });
    }

    @Test
    void marksSuppressedFindingsAndDoesNotHoldThemAgainstTheAccount() {
        var result = new CheckResult(10, List.of(fault("a", "R1"), fault("a", "R2")));
        var suppressions = new Suppressions(Set.of(new ResourceIdentifier.PolicyVersion("a", "3")));

        CheckReport report = CheckReport.of(onDemand(), result, suppressions, ids);

        assertThat(report.run()).isEqualTo(new CheckRun.Completed(10, 1, 1));
        assertThat(report.run().isCompliant()).isTrue();
        assertThat(report.findings()).hasSize(2).allMatch(AuditFinding::isSuppressed);
    }
}
