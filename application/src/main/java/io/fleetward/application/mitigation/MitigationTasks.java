// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.audit.NewestFirst;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import io.fleetward.mitigation.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mitigation tasks of every account, ended ones included; also the queue of those to carry out. Thread-safe. */
public interface MitigationTasks {
    /** The task, or null. */
    @Nullable
    MitigationTask find(Tx tx, TaskKey key);

    /** Whether a task of this kind was started with this client request token. */
    boolean isTokenUsed(Tx tx, AccountRegion scope, TaskKind kind, String token);

    /** Inserts the task, or replaces the one with its key. */
    void put(Tx tx, MitigationTask task);

    /** How many tasks of this kind are in progress. */
    int countInProgress(Tx tx, AccountRegion scope, TaskKind kind);

    /** Of the tasks in progress that do not pause at that moment the one that started first, null when there is none. */
    @Nullable
    MitigationTask nextDue(Tx tx, AccountRegion scope, Instant now);

    /** When the first pause of a task in progress ends after that moment, null when none pauses. */
    @Nullable
    Instant nextPauseEnd(Tx tx, AccountRegion scope, Instant now);

    /** The accounts and regions that have a task in progress. */
    List<AccountRegion> scopesInProgress(Tx tx);

    /** The tasks that fit the filter, newest first; the keyset is a {@link NewestFirst}. */
    Page<MitigationTask> list(Tx tx, AccountRegion scope, TaskFilter filter, PageRequest page);

    /** Up to that many tasks, of whatever account, that started before. */
    List<TaskKey> startedBefore(Tx tx, Instant cutoff, int limit);

    /** Removes the task alone. */
    void remove(Tx tx, TaskKey key);

    /**
     * Which tasks a list shows; everything given must hold.
     *
     * @param from the earliest start
     * @param to the latest end; of tasks in progress the latest start
     * @param auditTaskId the audit whose findings they are about
     * @param ids the only ones that count
     */
    record TaskFilter(
            TaskKind kind,
            Instant from,
            Instant to,
            @Nullable TaskStatus status,
            @Nullable String auditTaskId,
            @Nullable Set<String> ids) {
        public TaskFilter {
            ids = ids == null ? null : Set.copyOf(ids);
        }
    }
}
