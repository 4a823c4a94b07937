// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.audit.AuditTasks.TaskFilter;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTaskType;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SequencedSet;

/** Use cases on audit tasks: start, look at, list and cancel them. Thread-safe. */
public final class Audits {
    /** On-demand audits that may be in progress at once (audit, quotas). */
    static final int IN_PROGRESS_LIMIT = 10;

    private final AuditStore store;
    private final AuditTaskRunner runner;
    private final InstantSource clock;
    private final Ids ids;

    public Audits(AuditStore store, AuditTaskRunner runner, InstantSource clock, Ids ids) {
        this.store = store;
        this.runner = runner;
        this.clock = clock;
        this.ids = ids;
    }

    /** Starts an audit with these checks and answers the id of its task; the audit goes on in the background. */
    public String startOnDemand(AccountRegion scope, List<String> checkNames) {
        return store.transactions().write(tx -> startOnDemand(tx, scope, checkNames));
    }

    private String startOnDemand(Tx tx, AccountRegion scope, List<String> checkNames) {
        SequencedSet<CheckName> checks =
                new CheckChoice(store, runner.checks().of(tx, scope)).of(tx, scope, checkNames);
        if (store.tasks().countInProgress(tx, scope, AuditTaskType.ON_DEMAND_AUDIT_TASK) >= IN_PROGRESS_LIMIT) {
            throw new ApiException(
                    IotError.LIMIT_EXCEEDED, "At most " + IN_PROGRESS_LIMIT + " on-demand audits may be in progress");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var task = AuditTask.start(scope, ids.hex32(), new AuditTrigger.OnDemand(), now, checks);
        runner.add(tx, task);
        return task.id();
    }

    /** The task with all its checks. */
    public AuditTask describe(AccountRegion scope, String taskId) {
        return store.transactions().read(tx -> require(tx, scope, taskId));
    }

    /** The tasks that fit the filter, newest first. */
    public Page<AuditTask> list(AccountRegion scope, TaskFilter filter, PageRequest page) {
        if (filter.to().isBefore(filter.from())) {
            throw new ApiException(IotError.INVALID_REQUEST, "endTime is before startTime");
        }
        AuditFindingQueries.requireRetained(filter.from(), clock.instant());
        return store.transactions().read(tx -> store.tasks().list(tx, scope, filter, page));
    }

    /** Calls a task off; the checks that are finished keep their results. */
    public void cancel(AccountRegion scope, String taskId) {
        store.transactions().change(tx -> {
            AuditTask task = require(tx, scope, taskId);
            if (!task.isInProgress()) {
                throw new ApiException(
                        IotError.INVALID_REQUEST,
                        "Audit task " + taskId + " is " + task.status() + ", not in progress");
            }
            runner.cancel(tx, task);
        });
    }

    private AuditTask require(Tx tx, AccountRegion scope, String taskId) {
        AuditTask task = store.tasks().find(tx, scope, taskId);
        if (task == null || task.startedAt().isBefore(AuditRetention.cutoff(clock.instant()))) {
            throw new ApiException(IotError.RESOURCE_NOT_FOUND, "No audit task " + taskId);
        }
        return task;
    }
}
