// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.audit.AuditRetention;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.mitigation.MitigationExecutions.ExecutionFilter;
import io.fleetward.application.mitigation.MitigationTasks.TaskFilter;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.Problem;
import io.fleetward.mitigation.action.ActionDefinition;
import io.fleetward.mitigation.task.Counts;
import io.fleetward.mitigation.task.Execution;
import io.fleetward.mitigation.task.ExecutionStatus;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.Rollout;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import io.fleetward.mitigation.task.TaskStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Use cases on mitigation tasks: start, look at, list and cancel them (audit, mitigation actions).
 *
 * <p>Thread-safe.
 */
public final class Mitigations {
    /** Tasks that may be in progress at once (audit, quotas). */
    private static final Map<TaskKind, Integer> LIMITS = Map.of(TaskKind.AUDIT, 10, TaskKind.DETECT, 5);

    private final MitigationStore store;
    private final MitigationSubjects subjects;
    private final MitigationRunner runner;
    private final InstantSource clock;

    public Mitigations(
            MitigationStore store, MitigationSubjects subjects, MitigationRunner runner, InstantSource clock) {
        this.store = store;
        this.subjects = subjects;
        this.runner = runner;
        this.clock = clock;
    }

    /**
     * A task with what has become of its subjects and executions.
     *
     * @param subjects by group
     */
    public record Report(MitigationTask task, SequencedMap<String, Counts> subjects, Counts executions) {}

    /** Starts a task; it goes on in the background. */
    public void start(TaskKey key, MitigationTask.Start start) {
        Rollout rollout = start.rollout();
        if (rollout != null && !rollout.problems().isEmpty()) {
            throw invalid(rollout.problems().stream().map(Problem::toString).collect(Collectors.joining("; ")));
        }
        store.transactions().change(tx -> {
            requireNew(tx, key, start.token());
            List<ActionDefinition> actions = subjects.require(tx, store.actions(), key.scope(), start.order());
            int limit = LIMITS.getOrDefault(key.kind(), 0);
            if (store.tasks().countInProgress(tx, key.scope(), key.kind()) >= limit) {
                throw new ApiException(
                        IotError.LIMIT_EXCEEDED, "At most " + limit + " mitigation tasks may be in progress");
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            store.tasks().put(tx, MitigationTask.start(key, start, actions, now));
            tx.afterCommit(() -> runner.wake(key.scope()));
        });
    }

    /** The task with its counts. */
    public Report describe(TaskKey key) {
        return store.transactions().read(tx -> report(tx, require(tx, key)));
    }

    /** Calls a task off: what is done stays done, what is not yet done never will be. */
    public void cancel(TaskKey key) {
        store.transactions().change(tx -> {
            MitigationTask task = require(tx, key);
            if (!task.isInProgress()) {
                throw invalid("Mitigation task " + key.id() + " is " + task.status() + ", not in progress");
            }
            store.executions().cancelPending(tx, key);
            store.tasks().put(tx, task.ended(TaskStatus.CANCELED, null, clock.instant()));
        });
    }

    /** The tasks that fit the filter, newest first; of those about one subject when it is given. */
    public Page<MitigationTask> list(
            AccountRegion scope, TaskFilter filter, @Nullable String subjectId, PageRequest page) {
        if (filter.to().isBefore(filter.from())) {
            throw invalid("endTime is before startTime");
        }
        return store.transactions().read(tx -> {
            Set<String> ids =
                    subjectId == null ? null : store.executions().tasksAbout(tx, scope, filter.kind(), subjectId);
            var narrowed = new TaskFilter(
                    filter.kind(), filter.from(), filter.to(), filter.status(), filter.auditTaskId(), ids);
            return store.tasks().list(tx, scope, narrowed, page);
        });
    }

    /** As the other, each with its counts. */
    public Page<Report> listReports(AccountRegion scope, TaskFilter filter, PageRequest page) {
        Page<MitigationTask> tasks = list(scope, filter, null, page);
        return store.transactions().read(tx -> tasks.map(task -> report(tx, task)));
    }

    /** The executions that fit the filter. */
    public Page<Execution> executions(AccountRegion scope, ExecutionFilter filter, PageRequest page) {
        return store.transactions().read(tx -> store.executions().list(tx, scope, filter, page));
    }

    private Report report(Tx tx, MitigationTask task) {
        var counts = new LinkedHashMap<String, Counts>();
        task.order().groups().forEach(group -> counts.put(group, Counts.NONE));
        store.executions()
                .countSubjects(tx, task.key())
                .forEach((group, byStatus) -> counts.put(group, Counts.ofSubjects(byStatus)));
        Map<ExecutionStatus, Long> executions = store.executions().countExecutions(tx, task.key());
        return new Report(task, counts, Counts.ofExecutions(executions));
    }

    private void requireNew(Tx tx, TaskKey key, String token) {
        if (store.tasks().find(tx, key) != null) {
            throw taken("A mitigation task with the id " + key.id() + " already exists");
        }
        if (store.tasks().isTokenUsed(tx, key.scope(), key.kind(), token)) {
            throw taken("The client request token was used for another mitigation task");
        }
    }

    private MitigationTask require(Tx tx, TaskKey key) {
        MitigationTask task = store.tasks().find(tx, key);
        if (task == null || task.startedAt().isBefore(AuditRetention.cutoff(clock.instant()))) {
            throw notFound("Mitigation task", key.id());
        }
        return task;
    }

    private static ApiException taken(String text) {
        return new ApiException(IotError.TASK_ALREADY_EXISTS, text);
    }
}
