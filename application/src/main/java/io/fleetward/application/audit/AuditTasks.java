// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Tx;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTaskStatus;
import io.fleetward.audit.task.AuditTaskType;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit tasks of every account, finished ones included; also the queue of those to run. Thread-safe. */
public interface AuditTasks {
    /** The task, or null. */
    @Nullable
    AuditTask find(Tx tx, AccountRegion scope, String id);

    /** Inserts the task, or replaces the one with its id. */
    void put(Tx tx, AuditTask task);

    /** How many tasks of this type are in progress. */
    int countInProgress(Tx tx, AccountRegion scope, AuditTaskType type);

    /** Whether a task of this schedule is in progress. */
    boolean isInProgress(Tx tx, AccountRegion scope, String scheduleName);

    /** The tasks in progress, oldest first; quotas keep them few. */
    List<AuditTask> inProgress(Tx tx, AccountRegion scope);

    /** When the last completed task of this schedule started that started before; null when none did. */
    @Nullable
    Instant previousRun(Tx tx, AccountRegion scope, String scheduleName, Instant before);

    /** The accounts and regions that have a task in progress. */
    List<AccountRegion> scopesInProgress(Tx tx);

    /** The tasks that fit the filter, newest first; the keyset is {@link NewestFirst#key}. */
    Page<AuditTask> list(Tx tx, AccountRegion scope, TaskFilter filter, PageRequest page);

    /** Removes up to that many tasks, of whatever account, that started before; answers how many. */
    int removeStartedBefore(Tx tx, Instant cutoff, int limit);

    /** Which tasks a list shows: started in the closed interval, and of this type and status where given. Immutable. */
    record TaskFilter(
            Instant from,
            Instant to,
            @Nullable AuditTaskType type,
            @Nullable AuditTaskStatus status) {}
}
