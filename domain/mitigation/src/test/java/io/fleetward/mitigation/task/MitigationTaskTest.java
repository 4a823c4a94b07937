// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.task;

import static io.fleetward.mitigation.Subjects.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.mitigation.action.ActionDefinition;
import io.fleetward.mitigation.action.UpdateDeviceCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MitigationTaskTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final TaskKey KEY = new TaskKey(SCOPE, TaskKind.AUDIT, "t1");
    private static final CheckName FIRST = new CheckName("FIRST");
    private static final CheckName SECOND = new CheckName("SECOND");
    private static final ActionDefinition A = new ActionDefinition("a", "1", "role", new UpdateDeviceCertificate());
    private static final ActionDefinition B = new ActionDefinition("b", "2", "role", new UpdateDeviceCertificate());

    @Test
    void doesTheActionsOfEachGroupInTheOrderGiven() {
        MitigationTask task = task(onFindings());

        assertThat(task.order().kind()).isEqualTo(TaskKind.AUDIT);
        assertThat(task.order().groups()).containsExactly("SECOND", "FIRST");
        assertThat(task.actionsFor("SECOND")).containsExactly(B, A);
        assertThat(task.actionsFor("FIRST")).containsExactly(A);
        assertThat(task.actionsFor("OTHER")).isEmpty();
        assertThat(task.order().actionNames()).containsExactly("b", "a");
    }

    @Test
    void doesTheSameActionsOnEveryViolation() {
        var order = new MitigationOrder.OnViolations(
                new ViolationTarget.OfProfile("p", null), List.of("b", "a"), null, true, false);

        assertThat(order.kind()).isEqualTo(TaskKind.DETECT);
        assertThat(order.groups()).containsExactly("");
        assertThat(task(order).actionsFor("")).containsExactly(B, A);
        assertThat(order.actionNames()).containsExactly("b", "a");
    }

    @Test
    void endsOnce() {
        MitigationTask task = task(onFindings()).planned();
        MitigationTask ended = task.ended(TaskStatus.FAILED, "why", NOON.plusSeconds(1));

        assertThat(task.isInProgress()).isTrue();
        assertThat(ended.isInProgress()).isFalse();
        assertThat(ended.endedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(ended.reason()).isEqualTo("why");
        assertThatThrownBy(() -> ended.ended(TaskStatus.COMPLETED, null, NOON))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> task.ended(TaskStatus.IN_PROGRESS, null, NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void pausesWithoutEnding() {
        MitigationTask paused = task(onFindings()).pausedUntil(NOON.plusSeconds(9));

        assertThat(paused.dueAt()).isEqualTo(NOON.plusSeconds(9));
        assertThat(paused.isInProgress()).isTrue();
    }

    @Test
    void knowsNoActionThatItDidNotStartWith() {
        MitigationTask task = task(onFindings());

        assertThatThrownBy(() -> task.action("c")).hasMessageContaining("no action c");
    }

    @Test
    void filtersByReasonOnlyTheChecksThatAreNamed() {
        var target = new FindingTarget.OfAudit("audit", Map.of(FIRST, Set.of(new ReasonCode("X"))));

        assertThat(target.includes(FIRST, new ReasonCode("X"))).isTrue();
        assertThat(target.includes(FIRST, new ReasonCode("Y"))).isFalse();
        assertThat(target.includes(SECOND, new ReasonCode("Y"))).isTrue();
        assertThat(new FindingTarget.OfFindings(List.of("f")).includes(FIRST, new ReasonCode("Y")))
                .isTrue();
    }

    @Test
    void anExecutionEndsInOneOfThreeWays() {
        var subject = new TaskSubject(0, "f1", "FIRST", SubjectStatus.PENDING);
        Execution pending = Execution.pending(KEY, subject, 1, A, null);

        assertThat(pending.isPending()).isTrue();
        assertThat(pending.completed(NOON, NOON).outcome().status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(pending.skipped(NOON, "why").outcome().message()).isEqualTo("why");
        Execution failed = pending.failed(NOON, NOON, "X", "m".repeat(3000));
        assertThat(failed.isPending()).isFalse();
        assertThat(failed.outcome().message()).hasSize(2048);
    }

    @Test
    void countsWhatStandsWhere() {
        assertThat(Counts.ofSubjects(Map.of(
                        SubjectStatus.PENDING,
                        1L,
                        SubjectStatus.SUCCEEDED,
                        2L,
                        SubjectStatus.FAILED,
                        3L,
                        SubjectStatus.SKIPPED,
                        4L,
                        SubjectStatus.CANCELED,
                        5L)))
                .isEqualTo(new Counts(15, 2, 3, 4, 5));
        assertThat(Counts.ofExecutions(Map.of(ExecutionStatus.PENDING, 1L, ExecutionStatus.COMPLETED, 2L)))
                .isEqualTo(new Counts(3, 2, 0, 0, 0));
    }

    @Test
    void aRolloutPausesAfterEachBatchAndStopsAfterTooManyFailures() {
        var rollout = new Rollout(2, Duration.ofMinutes(5), 1);

        assertThat(rollout.problems()).isEmpty();
        assertThat(rollout.pausesAfter(1)).isFalse();
        assertThat(rollout.pausesAfter(2)).isTrue();
        assertThat(new Rollout(2, Duration.ZERO, 1).pausesAfter(2)).isFalse();
        assertThat(rollout.stopsAfter(1)).isFalse();
        assertThat(rollout.stopsAfter(2)).isTrue();
    }

    @Test
    void namesEverythingThatIsWrongWithARollout() {
        assertThat(new Rollout(0, Duration.ofSeconds(-1), -1).problems()).hasSize(3);
        assertThat(new Rollout(1, Duration.ofDays(2), 0).problems()).hasSize(1);
    }

    private static MitigationOrder onFindings() {
        var actions = new LinkedHashMap<CheckName, List<String>>();
        actions.put(SECOND, List.of("b", "a"));
        actions.put(FIRST, List.of("a"));
        return new MitigationOrder.OnFindings(new FindingTarget.OfFindings(List.of("f1")), actions);
    }

    private static MitigationTask task(MitigationOrder order) {
        return MitigationTask.start(KEY, new MitigationTask.Start("token", "me", order, null), List.of(A, B), NOON);
    }
}
