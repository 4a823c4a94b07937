// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.audit.AuditTasks.TaskFilter;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * How many resources each check of each audit judged and found at fault (audit, CloudWatch-style metrics).
 *
 * <p>Thread-safe. Read off the tasks, so that a value is known as long as its task.
 */
public final class AuditMetrics {
    /** What stands for the name of a schedule where none ran. */
    static final String ON_DEMAND = "OnDemand";

    private final AuditStore store;
    private final InstantSource clock;

    public AuditMetrics(AuditStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What one check of one audit came to.
     *
     * @param scheduleName {@code OnDemand} for an audit that somebody asked for
     * @param at when the audit began
     * @param nonCompliant resources at fault, without suppressed ones
     */
    public record Datapoint(CheckName check, String scheduleName, Instant at, long evaluated, long nonCompliant) {}

    /** The values of audits that began in the closed interval, newest first; a page holds those of so many audits. */
    public Page<Datapoint> list(AccountRegion scope, Instant from, Instant to, PageRequest page) {
        if (to.isBefore(from)) {
            throw new ApiException(IotError.INVALID_REQUEST, "endTime is before startTime");
        }
        AuditFindingQueries.requireRetained(from, clock.instant());
        Page<AuditTask> tasks = store.transactions()
                .read(tx -> store.tasks().list(tx, scope, new TaskFilter(from, to, null, null), page));
        return new Page<>(
                tasks.items().stream()
                        .flatMap(task -> datapoints(task).stream())
                        .toList(),
                tasks.next());
    }

    private static List<Datapoint> datapoints(AuditTask task) {
        var datapoints = new ArrayList<Datapoint>();
        String schedule =
                task.trigger() instanceof AuditTrigger.Scheduled scheduled ? scheduled.scheduleName() : ON_DEMAND;
        task.checks().forEach((check, run) -> {
            if (!task.isInProgress() && run instanceof CheckRun.Completed completed) {
                datapoints.add(new Datapoint(
                        check,
                        schedule,
                        task.startedAt(),
                        completed.total(),
                        completed.nonCompliant() - completed.suppressed()));
            }
        });
        return datapoints;
    }
}
