// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.task;

import io.fleetward.audit.CheckName;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * One audit: the checks it runs and where each stands (audit, task and check life cycle).
 *
 * <p>Immutable; every step makes a new record. The status of the whole follows from the checks, except that only a
 * cancelled task can be CANCELED.
 *
 * @param id 32 lower-case hexadecimal digits
 * @param checks in the order in which they run
 */
public record AuditTask(
        AccountRegion scope,
        String id,
        AuditTrigger trigger,
        Instant startedAt,
        AuditTaskStatus status,
        SequencedMap<CheckName, CheckRun> checks) {
    public AuditTask {
        checks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(checks));
    }

    /** Stands for the id of a task in what the continuous audit finds; no task has it. */
    public static final String CONTINUOUS = "continuous";

    /** What the continuous audit reports one check's findings under; never stored. */
    public static AuditTask continuous(AccountRegion scope, Instant now, CheckName check) {
        return start(scope, CONTINUOUS, new AuditTrigger.Change(), now, List.of(check));
    }

    /** A new task with all checks in progress. */
    public static AuditTask start(
            AccountRegion scope, String id, AuditTrigger trigger, Instant now, Collection<CheckName> names) {
        var checks = new LinkedHashMap<CheckName, CheckRun>();
        names.forEach(name -> checks.put(name, new CheckRun.InProgress()));
        return new AuditTask(scope, id, trigger, now, AuditTaskStatus.IN_PROGRESS, checks);
    }

    /** Whether anything is still to be done. */
    public boolean isInProgress() {
        return status == AuditTaskStatus.IN_PROGRESS;
    }

    /** The checks that are not finished, in order. */
    public List<CheckName> unfinished() {
        return checks.entrySet().stream()
                .filter(entry -> !entry.getValue().isFinal())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where the check stands. */
    public CheckRun of(CheckName check) {
        return Objects.requireNonNull(checks.get(check), check::value);
    }

    /** The task after the check ended so; the last one ends the task. */
    public AuditTask finish(CheckName check, CheckRun outcome) {
        if (!outcome.isFinal() || of(check).isFinal()) {
            throw new IllegalStateException("check " + check + " of task " + id + " cannot end as " + outcome);
        }
        var after = new LinkedHashMap<>(checks);
        after.put(check, outcome);
        return new AuditTask(scope, id, trigger, startedAt, statusOf(after.values()), after);
    }

    /** The task while what the check judges is still being collected. */
    public AuditTask waitingFor(CheckName check) {
        if (of(check).isFinal()) {
            throw new IllegalStateException("check " + check + " of task " + id + " has ended, it cannot wait");
        }
        var after = new LinkedHashMap<>(checks);
        after.put(check, new CheckRun.Waiting());
        return new AuditTask(scope, id, trigger, startedAt, status, after);
    }

    /** The task called off: what is finished stays as it is. */
    public AuditTask cancel() {
        if (!isInProgress()) {
            throw new IllegalStateException("task " + id + " is " + status);
        }
        var after = new LinkedHashMap<CheckName, CheckRun>();
        checks.forEach((name, run) -> after.put(name, run.isFinal() ? run : new CheckRun.Canceled()));
        return new AuditTask(scope, id, trigger, startedAt, AuditTaskStatus.CANCELED, after);
    }

    /** The counts that the API shows. */
    public TaskStatistics statistics() {
        return TaskStatistics.of(checks.values());
    }

    private static AuditTaskStatus statusOf(Collection<CheckRun> runs) {
        if (!runs.stream().allMatch(CheckRun::isFinal)) {
            return AuditTaskStatus.IN_PROGRESS;
        }
        return runs.stream().allMatch(CheckRun.Failed.class::isInstance)
                ? AuditTaskStatus.FAILED
                : AuditTaskStatus.COMPLETED;
    }
}
