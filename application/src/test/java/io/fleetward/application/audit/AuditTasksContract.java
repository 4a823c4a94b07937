// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRecords.CHECK;
import static io.fleetward.application.audit.AuditRecords.NOON;
import static io.fleetward.application.audit.AuditRecords.OTHER_ACCOUNT;
import static io.fleetward.application.audit.AuditRecords.OTHER_CHECK;
import static io.fleetward.application.audit.AuditRecords.OTHER_REGION;
import static io.fleetward.application.audit.AuditRecords.SCOPE;
import static io.fleetward.application.audit.AuditRecords.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.AuditTasks.TaskFilter;
import io.fleetward.application.store.Transactions;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.schedule.Frequency;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTaskStatus;
import io.fleetward.audit.task.AuditTaskType;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link AuditTasks} promises. */
public abstract class AuditTasksContract {
    private static final TaskFilter ALL = new TaskFilter(NOON.minusSeconds(3600), NOON.plusSeconds(3600), null, null);

    protected abstract Transactions transactions();

    protected abstract AuditTasks tasks();

    @Test
    void keepsATaskAsItStarted() {
        AuditTask task = aTask(SCOPE, "t1", NOON);
        put(task);

        assertThat(find("t1")).isEqualTo(task);
        assertThat(find("t2")).isNull();
    }

    @Test
    void keepsEveryKindOfOutcomeAndTheirOrder() {
        List<CheckName> names = List.of(
                new CheckName("Z"), new CheckName("Y"), new CheckName("X"), new CheckName("W"), new CheckName("V"));
        var trigger = new AuditTrigger.Scheduled("nightly", Frequency.BIWEEKLY);
        AuditTask task = AuditTask.start(SCOPE, "t1", trigger, NOON, names)
                .finish(names.get(0), new CheckRun.Completed(200, 3, 1))
                .finish(names.get(1), new CheckRun.Failed(CheckRun.FailureCode.AUDIT_CHECK_DISABLED, "off"))
                .finish(names.get(2), new CheckRun.Failed(null, "broken"))
                .cancel();
        put(task);

        assertThat(find("t1")).isEqualTo(task);
        assertThat(found("t1").checks().sequencedKeySet()).containsExactlyElementsOf(names);
    }

    @Test
    void replacesATaskByItsNextState() {
        AuditTask task = aTask(SCOPE, "t1", NOON);
        put(task);
        AuditTask next = task.finish(CHECK, new CheckRun.Completed(1, 0, 0));
        put(next);

        assertThat(find("t1")).isEqualTo(next);
    }

    @Test
    void knowsWhetherATaskOfAScheduleIsInProgress() {
        var trigger = new AuditTrigger.Scheduled("nightly", Frequency.DAILY);
        AuditTask task = AuditTask.start(SCOPE, "t1", trigger, NOON, List.of(CHECK));
        put(task);

        assertThat(isInProgress(SCOPE, "nightly")).isTrue();
        assertThat(isInProgress(SCOPE, "weekly")).isFalse();
        assertThat(isInProgress(OTHER_REGION, "nightly")).isFalse();

        put(task.cancel());
        assertThat(isInProgress(SCOPE, "nightly")).isFalse();
    }

    @Test
    void countsOnlyTasksInProgressOfTheTypeAndScope() {
        put(aTask(SCOPE, "t1", NOON));
        put(aTask(SCOPE, "t2", NOON));
        put(aTask(SCOPE, "t3", NOON).cancel());
        put(aTask(OTHER_REGION, "t4", NOON));
        put(AuditTask.start(
                SCOPE, "t5", new AuditTrigger.Scheduled("s", Frequency.DAILY), NOON, List.of(CHECK, OTHER_CHECK)));

        assertThat(count(AuditTaskType.ON_DEMAND_AUDIT_TASK)).isEqualTo(2);
        assertThat(count(AuditTaskType.SCHEDULED_AUDIT_TASK)).isEqualTo(1);
    }

    @Test
    void queuesTheOldestTaskInProgress() {
        put(aTask(SCOPE, "t1", NOON.minusSeconds(9)).cancel());
        put(aTask(SCOPE, "t2", NOON));
        put(aTask(SCOPE, "t3", NOON.minusSeconds(2)));
        put(aTask(OTHER_ACCOUNT, "t4", NOON.minusSeconds(5)));

        assertThat(oldest(SCOPE)).isEqualTo(aTask(SCOPE, "t3", NOON.minusSeconds(2)));
        assertThat(oldest(OTHER_REGION)).isNull();
    }

    @Test
    void namesTheScopesThatHaveWorkLeft() {
        put(aTask(SCOPE, "t1", NOON));
        put(aTask(SCOPE, "t2", NOON));
        put(aTask(OTHER_ACCOUNT, "t3", NOON));
        put(aTask(OTHER_REGION, "t4", NOON).cancel());

        List<AccountRegion> scopes = transactions().read(tasks()::scopesInProgress);

        assertThat(scopes).containsExactlyInAnyOrder(SCOPE, OTHER_ACCOUNT);
    }

    @Test
    void listsNewestFirstPageByPageWithoutRepeating() {
        put(aTask(SCOPE, "t1", NOON));
        put(aTask(SCOPE, "t3", NOON.plusSeconds(1)));
        put(aTask(SCOPE, "t2", NOON.plusSeconds(1)));
        put(aTask(SCOPE, "t4", NOON.plusSeconds(2)));
        put(aTask(OTHER_REGION, "t5", NOON));

        var seen = new ArrayList<String>();
        PageRequest request = PageRequest.first(2);
        Page<AuditTask> page = list(ALL, request);
        page.items().forEach(task -> seen.add(task.id()));
        // A task that starts between two pages does not shift the second one.
        put(aTask(SCOPE, "t6", NOON.plusSeconds(3)));
        while (page.next() != null) {
            page = list(ALL, new PageRequest(2, page.next()));
            page.items().forEach(task -> seen.add(task.id()));
        }

        assertThat(seen).containsExactly("t4", "t2", "t3", "t1");
    }

    @Test
    void listsByClosedIntervalTypeAndStatus() {
        put(aTask(SCOPE, "t1", NOON));
        put(aTask(SCOPE, "t2", NOON.plusMillis(1)));
        put(aTask(SCOPE, "t3", NOON.plusMillis(2)).cancel());

        assertThat(ids(new TaskFilter(NOON, NOON.plusMillis(1), null, null))).containsExactly("t2", "t1");
        assertThat(ids(new TaskFilter(NOON, NOON.plusSeconds(1), null, AuditTaskStatus.CANCELED)))
                .containsExactly("t3");
        assertThat(ids(new TaskFilter(NOON, NOON.plusSeconds(1), AuditTaskType.SCHEDULED_AUDIT_TASK, null)))
                .isEmpty();
    }

    @Test
    void forgetsOldTasksInBatches() {
        put(aTask(SCOPE, "t1", NOON));
        put(aTask(OTHER_ACCOUNT, "t2", NOON));
        put(aTask(SCOPE, "t3", NOON.plusSeconds(1)));

        assertThat(removeOlder(1)).isEqualTo(1);
        assertThat(removeOlder(5)).isEqualTo(1);
        assertThat(removeOlder(5)).isZero();
        assertThat(ids(ALL)).containsExactly("t3");
    }

    @Test
    void knowsWhenAScheduleRanBefore() {
        putRun("t1", "nightly", NOON.minusSeconds(30), true);
        putRun("t2", "nightly", NOON.minusSeconds(20), true);
        putRun("t3", "nightly", NOON.minusSeconds(10), false);
        putRun("t4", "nightly", NOON, true);
        putRun("t5", "weekly", NOON.minusSeconds(5), true);
        put(aTask(SCOPE, "t6", NOON.minusSeconds(1)));

        assertThat(previousRun("nightly")).isEqualTo(NOON.minusSeconds(20));
        assertThat(previousRun("monthly")).isNull();
    }

    @Test
    void keepsThatACheckWaits() {
        AuditTask task = aTask(SCOPE, "t1", NOON).waitingFor(CHECK);
        put(task);

        assertThat(find("t1")).isEqualTo(task);
        assertThat(oldest(SCOPE)).isEqualTo(task);
    }

    private void putRun(String id, String schedule, Instant startedAt, boolean isCompleted) {
        var trigger = new AuditTrigger.Scheduled(schedule, Frequency.DAILY);
        AuditTask task = AuditTask.start(SCOPE, id, trigger, startedAt, List.of(CHECK));
        put(isCompleted ? task.finish(CHECK, new CheckRun.Completed(0, 0, 0)) : task.cancel());
    }

    private @Nullable Instant previousRun(String schedule) {
        return transactions().<@Nullable Instant>read(tx -> tasks().previousRun(tx, SCOPE, schedule, NOON));
    }

    private void put(AuditTask task) {
        transactions().change(tx -> tasks().put(tx, task));
    }

    private @Nullable AuditTask find(String id) {
        return transactions().<@Nullable AuditTask>read(tx -> tasks().find(tx, SCOPE, id));
    }

    private AuditTask found(String id) {
        return Objects.requireNonNull(find(id));
    }

    private int count(AuditTaskType type) {
        return transactions().read(tx -> tasks().countInProgress(tx, SCOPE, type));
    }

    private @Nullable AuditTask oldest(AccountRegion scope) {
        List<AuditTask> inProgress = transactions().read(tx -> tasks().inProgress(tx, scope));
        assertThat(inProgress).isSortedAccordingTo(Comparator.comparing(AuditTask::startedAt));
        return inProgress.isEmpty() ? null : inProgress.getFirst();
    }

    private Page<AuditTask> list(TaskFilter filter, PageRequest page) {
        return transactions().read(tx -> tasks().list(tx, SCOPE, filter, page));
    }

    private List<String> ids(TaskFilter filter) {
        return list(filter, PageRequest.first(250)).items().stream()
                .map(AuditTask::id)
                .toList();
    }

    private int removeOlder(int limit) {
        return transactions().write(tx -> tasks().removeStartedBefore(tx, NOON.plusMillis(1), limit));
    }

    private boolean isInProgress(AccountRegion scope, String scheduleName) {
        return transactions().read(tx -> tasks().isInProgress(tx, scope, scheduleName));
    }
}
