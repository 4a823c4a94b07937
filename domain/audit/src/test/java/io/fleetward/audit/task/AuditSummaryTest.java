// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.schedule.Frequency;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.testkit.GoldenFile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The summary of an audit, by the samples of its specification. */
class AuditSummaryTest {
    private static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");
    private static final CheckName LOGGING = new CheckName("LOGGING_DISABLED_CHECK");
    private static final CheckName SHARED = new CheckName("DEVICE_CERTIFICATE_SHARED_CHECK");

    @Test
    void tellsOfAScheduledAudit() {
        AuditTask task = started(new AuditTrigger.Scheduled("nightly", Frequency.DAILY))
                .finish(LOGGING, new CheckRun.Completed(1, 0, 0))
                .finish(SHARED, new CheckRun.Completed(88, 1, 0));

        golden("scheduled").holds(AuditSummary.of(task).toPrettyString() + "\n");
        assertThat(AuditSummary.of(task).get("auditDetails").isArray()).isTrue();
    }

    @Test
    void tellsOfAnAuditOnDemandThatWasCalledOff() {
        AuditTask task = started(new AuditTrigger.OnDemand())
                .finish(
                        LOGGING,
                        new CheckRun.Failed(CheckRun.FailureCode.AUDIT_CHECK_DISABLED, "The check was disabled."))
                .cancel();

        golden("canceled").holds(AuditSummary.of(task).toPrettyString() + "\n");
    }

    @Test
    void leavesOutACodeThatThereIsNot() {
        AuditTask task = started(new AuditTrigger.OnDemand())
                .finish(LOGGING, new CheckRun.Failed(null, "A fault."))
                .finish(SHARED, new CheckRun.Failed(null, "A fault."));

        var summary = AuditSummary.of(task);

        assertThat(summary.get("taskStatus").stringValue()).isEqualTo("FAILED");
        assertThat(summary.get("auditDetails").get(0).has("errorCode")).isFalse();
    }

    @Test
    void cannotTellOfAnAuditThatHasNotEnded() {
        assertThatIllegalStateException().isThrownBy(() -> AuditSummary.of(started(new AuditTrigger.OnDemand())));
    }

    private static AuditTask started(AuditTrigger trigger) {
        return AuditTask.start(
                SCOPE,
                "0f3c9a51e2b84d7796a1c0de55aa7711",
                trigger,
                Instant.ofEpochMilli(1_780_000_000_123L),
                List.of(LOGGING, SHARED));
    }

    private static GoldenFile golden(String name) {
        return GoldenFile.inTestResources("io/fleetward/audit/task/summary-" + name + ".golden.json");
    }
}
