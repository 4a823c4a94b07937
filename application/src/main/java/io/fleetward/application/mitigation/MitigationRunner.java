// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.error.RetryableException;
import io.fleetward.application.error.TerminalException;
import io.fleetward.application.identity.AdministrativeActs;
import io.fleetward.application.mitigation.SubjectSource.Candidate;
import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.application.store.Tx;
import io.fleetward.application.work.Background;
import io.fleetward.application.work.TenantWork;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.effect.Subject;
import io.fleetward.mitigation.task.Execution;
import io.fleetward.mitigation.task.ExecutionStatus;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.Rollout;
import io.fleetward.mitigation.task.SubjectStatus;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskStatus;
import io.fleetward.mitigation.task.TaskSubject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries mitigation tasks through in the background.
 *
 * <p>Thread-safe. The stored tasks in progress are the queue: after a restart a task goes on with the first execution
 * that was not done. Each execution is one transaction that looks whether the task is still wanted, changes the registry,
 * and notes the outcome, so that it happens once or not at all. The tasks of one account and region run one after the
 * other, oldest first; one that pauses lets the others pass.
 */
public final class MitigationRunner {
    private static final int PLANNED_AT_ONCE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(MitigationRunner.class);

    private final MitigationStore store;
    private final MitigationSubjects subjects;
    private final ActionRunner actions;
    private final Background background;
    private final TenantWork work;

    public MitigationRunner(
            MitigationStore store,
            MitigationSubjects subjects,
            RegistryAccess registry,
            AdministrativeActs acts,
            Background background) {
        this.store = store;
        this.subjects = subjects;
        this.actions = new ActionRunner(new EffectWriter(registry), new ChangeRecords(store.journal(), acts));
        this.background = background;
        this.work = new TenantWork("mitigation.task.interrupted", background, new TaskQueue());
    }

    /** Takes up the tasks that were in progress when the process ended. */
    public void start() {
        store.transactions().read(store.tasks()::scopesInProgress).forEach(this::wake);
    }

    /** Has the tasks in progress of this account and region carried out, if that is not already happening. */
    void wake(AccountRegion scope) {
        work.wake(scope);
    }

    private final class TaskQueue implements TenantWork.Queue {
        @Override
        public boolean hasWork(AccountRegion scope) {
            return next(scope) != null;
        }

        @Override
        public void workOff(AccountRegion scope) {
            for (MitigationTask task = next(scope); task != null; task = next(scope)) {
                run(task);
            }
            Instant pauseEnd = store.transactions().read(tx -> store.tasks().nextPauseEnd(tx, scope, now()));
            if (pauseEnd != null) {
                background.timers().at(pauseEnd, () -> wake(scope));
            }
        }
    }

    private @Nullable MitigationTask next(AccountRegion scope) {
        return store.transactions().read(tx -> store.tasks().nextDue(tx, scope, now()));
    }

    private void run(MitigationTask task) {
        if (!task.isPlanned() && !plan(task)) {
            return;
        }
        TaskSubject subject = nextPending(task);
        while (subject != null) {
            work(task, subject);
            if (!goesOn(task.key())) {
                return;
            }
            subject = nextPending(task);
        }
        store.transactions().change(tx -> finish(tx, task.key()));
    }

    private @Nullable TaskSubject nextPending(MitigationTask task) {
        return store.transactions().read(tx -> store.executions().nextPending(tx, task.key()));
    }

    /** Finds what the task is about; answers whether it is still wanted. */
    private boolean plan(MitigationTask task) {
        TaskKey key = task.key();
        store.transactions().change(tx -> store.executions().clear(tx, key));
        var planner = new TaskPlanner(store.executions(), task, now());
        PageRequest request = PageRequest.first(PLANNED_AT_ONCE);
        while (request != null) {
            PageRequest wanted = request;
            Page<Candidate> page = store.transactions().write(tx -> {
                Page<Candidate> found = subjects.of(key.kind()).candidates(tx, key.scope(), task.order(), wanted);
                planner.add(tx, isWanted(tx, key) ? found.items() : List.of());
                return found;
            });
            request = page.next() == null ? null : new PageRequest(PLANNED_AT_ONCE, page.next());
        }
        return store.transactions().write(tx -> {
            MitigationTask current = store.tasks().find(tx, key);
            if (current == null || !current.isInProgress()) {
                return false;
            }
            store.tasks().put(tx, current.planned());
            return true;
        });
    }

    private void work(MitigationTask task, TaskSubject subject) {
        List<Execution> executions =
                store.transactions().read(tx -> store.executions().of(tx, task.key(), subject.id()));
        for (Execution execution : executions) {
            if (execution.isPending() && !execute(task, execution)) {
                return;
            }
        }
        store.transactions().change(tx -> settle(tx, task.key(), subject.id()));
    }

    /** Does one action on one subject; answers whether the next one follows. */
    private boolean execute(MitigationTask task, Execution execution) {
        Instant from = now();
        try {
            return store.transactions().write(tx -> {
                if (!isWanted(tx, task.key())) {
                    return false;
                }
                Subject subject =
                        subjects.of(task.key().kind()).find(tx, task.key().scope(), execution.subjectId());
                if (subject == null) {
                    throw RegistryRefusals.notFound("Finding or violation", execution.subjectId());
                }
                var job = new ActionRunner.Job(
                        task.key(),
                        execution.subjectId(),
                        subject,
                        task.action(execution.actionName()),
                        task.startedBy(),
                        from);
                ActionRunner.Result result = actions.run(tx, job);
                String skipped = result.isSkipped() ? result.skipped() : null;
                store.executions()
                        .put(tx, skipped == null ? execution.completed(from, now()) : execution.skipped(from, skipped));
                return true;
            });
        } catch (ApiException refusal) {
            fail(execution.failed(from, now(), refusal.code().wireName(), refusal.text()));
            return false;
        } catch (RetryableException | TerminalException storeFailure) {
            // Whether it was done is in the store: the job is tried again and looks there.
            throw storeFailure;
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.atError()
                    .addKeyValue("account", task.key().scope().account())
                    .addKeyValue("region", task.key().scope().region())
                    .addKeyValue("task", task.key().id())
                    .addKeyValue("action", execution.actionName())
                    .setCause(fault)
                    .log("mitigation.action.failed");
            fail(execution.failed(
                    from,
                    now(),
                    IotError.INTERNAL_FAILURE.wireName(),
                    "The action could not be carried out because of a fault."));
            return false;
        }
    }

    /** Notes the failure, leaves out what would have followed, and is done with the subject. */
    private void fail(Execution failed) {
        store.transactions().change(tx -> {
            if (!isWanted(tx, failed.task())) {
                return;
            }
            store.executions().put(tx, failed);
            for (Execution later : store.executions().of(tx, failed.task(), failed.subjectId())) {
                if (later.isPending()) {
                    store.executions()
                            .put(tx, later.skipped(now(), "The action " + failed.actionName() + " failed before."));
                }
            }
            store.executions().settle(tx, failed.task(), failed.subjectId(), SubjectStatus.FAILED);
        });
    }

    private void settle(Tx tx, TaskKey key, String subjectId) {
        if (!isWanted(tx, key)) {
            return;
        }
        boolean isSkipped = store.executions().of(tx, key, subjectId).stream()
                .allMatch(execution -> execution.outcome().status() == ExecutionStatus.SKIPPED);
        store.executions().settle(tx, key, subjectId, isSkipped ? SubjectStatus.SKIPPED : SubjectStatus.SUCCEEDED);
    }

    /** Whether the task goes on at once with its next subject: it may be over, have failed too often, or have to pause. */
    private boolean goesOn(TaskKey key) {
        return store.transactions().write(tx -> {
            MitigationTask task = store.tasks().find(tx, key);
            if (task == null || !task.isInProgress()) {
                return false;
            }
            Rollout rollout = task.rollout();
            return rollout == null || new RolloutStep(store, task, rollout, now()).goesOn(tx);
        });
    }

    private void finish(Tx tx, TaskKey key) {
        MitigationTask task = store.tasks().find(tx, key);
        if (task == null || !task.isInProgress()) {
            return;
        }
        boolean hasFailed = store.executions().countExecutions(tx, key).containsKey(ExecutionStatus.FAILED);
        store.tasks().put(tx, task.ended(hasFailed ? TaskStatus.FAILED : TaskStatus.COMPLETED, null, now()));
    }

    private boolean isWanted(Tx tx, TaskKey key) {
        MitigationTask task = store.tasks().find(tx, key);
        return task != null && task.isInProgress();
    }

    private Instant now() {
        return background.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
