// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.task;

import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.view.FixedView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditTaskTest {
    private static final CheckName A = new CheckName("A");
    private static final CheckName B = new CheckName("B");
    private static final CheckName C = new CheckName("C");
    private static final CheckRun COMPLIANT = new CheckRun.Completed(9, 2, 2);
    private static final CheckRun NON_COMPLIANT = new CheckRun.Completed(9, 2, 1);
    private static final CheckRun FAILED = new CheckRun.Failed(null, "fault");

    private final AuditTask task =
            AuditTask.start(FixedView.SCOPE, "t1", new AuditTrigger.OnDemand(), NOW, List.of(A, B, C));

    @Test
    void startsWithEveryCheckInProgress() {
        assertThat(task.status()).isEqualTo(AuditTaskStatus.IN_PROGRESS);
        assertThat(task.unfinished()).containsExactly(A, B, C);
        assertThat(task.statistics()).isEqualTo(new TaskStatistics(3, 3, 0, 0, 0, 0, 0));
    }

    @Test
    void staysInProgressUntilTheLastCheckEnds() {
        AuditTask after = task.finish(B, COMPLIANT).finish(A, FAILED);

        assertThat(after.isInProgress()).isTrue();
        assertThat(after.unfinished()).containsExactly(C);
    }

    @Test
    void completesWhenEveryCheckEndedAndNotAllFailed() {
        AuditTask after = task.finish(A, FAILED).finish(B, COMPLIANT).finish(C, NON_COMPLIANT);

        assertThat(after.status()).isEqualTo(AuditTaskStatus.COMPLETED);
        assertThat(after.statistics()).isEqualTo(new TaskStatistics(3, 0, 0, 1, 1, 1, 0));
        assertThat(after.of(B).status()).isEqualTo(CheckRunStatus.COMPLETED_COMPLIANT);
        assertThat(after.of(C).status()).isEqualTo(CheckRunStatus.COMPLETED_NON_COMPLIANT);
    }

    @Test
    void failsWhenEveryCheckFailed() {
        AuditTask after = task.finish(A, FAILED).finish(B, FAILED).finish(C, FAILED);

        assertThat(after.status()).isEqualTo(AuditTaskStatus.FAILED);
    }

    @Test
    void keepsWhatIsFinishedWhenCancelled() {
        AuditTask after = task.finish(A, NON_COMPLIANT).cancel();

        assertThat(after.status()).isEqualTo(AuditTaskStatus.CANCELED);
        assertThat(after.of(A)).isEqualTo(NON_COMPLIANT);
        assertThat(after.of(B)).isEqualTo(new CheckRun.Canceled());
        assertThat(after.unfinished()).isEmpty();
        assertThat(after.statistics()).isEqualTo(new TaskStatistics(3, 0, 0, 0, 1, 0, 2));
    }

    @Test
    void cannotBeCancelledOnceItEnded() {
        AuditTask ended = task.cancel();

        assertThatIllegalStateException().isThrownBy(ended::cancel);
    }

    @Test
    void cannotFinishACheckTwiceOrHalfway() {
        AuditTask after = task.finish(A, COMPLIANT);

        assertThatIllegalStateException().isThrownBy(() -> after.finish(A, COMPLIANT));
        assertThatIllegalStateException().isThrownBy(() -> after.finish(B, new CheckRun.Waiting()));
    }

    @Test
    void countsWaitingChecks() {
        AuditTask waiting = new AuditTask(
                task.scope(),
                task.id(),
                task.trigger(),
                NOW,
                AuditTaskStatus.IN_PROGRESS,
                new LinkedHashMap<>(Map.of(A, new CheckRun.Waiting())));

        assertThat(waiting.statistics()).isEqualTo(new TaskStatistics(1, 0, 1, 0, 0, 0, 0));
        assertThat(waiting.unfinished()).containsExactly(A);
    }

    @Test
    void callsACheckThatJudgedNothingCompliant() {
        assertThat(new CheckRun.Completed(0, 0, 0).isCompliant()).isTrue();
    }

    @Test
    void refusesCountsThatContradict() {
        assertThatIllegalStateException().isThrownBy(() -> new CheckRun.Completed(1, 2, 0));
        assertThatIllegalStateException().isThrownBy(() -> new CheckRun.Completed(2, 1, 2));
    }

    @Test
    void shortensTheMessageOfAFailure() {
        assertThat(new CheckRun.Failed(null, "x".repeat(3000)).message()).hasSize(2048);
    }
}
