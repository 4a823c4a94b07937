// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.audit.NewestFirst;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.task.FindingTarget;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mitigation tasks in memory. Thread-safe. */
public final class InMemoryMitigationTasks implements MitigationTasks {
    private final InMemoryTable<String, MitigationTask> table = new InMemoryTable<>();

    @Override
    public @Nullable MitigationTask find(Tx tx, TaskKey key) {
        return table.get(tx, key.toString());
    }

    @Override
    public boolean isTokenUsed(Tx tx, AccountRegion scope, TaskKind kind, String token) {
        return of(tx, scope, kind).anyMatch(task -> task.token().equals(token));
    }

    @Override
    public void put(Tx tx, MitigationTask task) {
        table.put(tx, task.key().toString(), task);
    }

    @Override
    public int countInProgress(Tx tx, AccountRegion scope, TaskKind kind) {
        return (int) of(tx, scope, kind).filter(MitigationTask::isInProgress).count();
    }

    @Override
    public @Nullable MitigationTask nextDue(Tx tx, AccountRegion scope, Instant now) {
        return inProgress(tx)
                .filter(task ->
                        task.key().scope().equals(scope) && !task.dueAt().isAfter(now))
                .min(Comparator.comparing(MitigationTask::startedAt)
                        .thenComparing(task -> task.key().id()))
                .orElse(null);
    }

    @Override
    public @Nullable Instant nextPauseEnd(Tx tx, AccountRegion scope, Instant now) {
        return inProgress(tx)
                .filter(task -> task.key().scope().equals(scope))
                .map(MitigationTask::dueAt)
                .filter(dueAt -> dueAt.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public List<AccountRegion> scopesInProgress(Tx tx) {
        return inProgress(tx).map(task -> task.key().scope()).distinct().toList();
    }

    @Override
    public Page<MitigationTask> list(Tx tx, AccountRegion scope, TaskFilter filter, PageRequest page) {
        NewestFirst after = page.after() == null ? null : NewestFirst.parse(page.after());
        List<MitigationTask> read = of(tx, scope, filter.kind())
                .filter(task -> fits(task, filter))
                .sorted(Comparator.comparing(InMemoryMitigationTasks::order))
                .filter(task -> after == null || order(task).compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(read, page.limit(), task -> order(task).key());
    }

    @Override
    public List<TaskKey> startedBefore(Tx tx, Instant cutoff, int limit) {
        return table.all(tx).stream()
                .filter(task -> task.startedAt().isBefore(cutoff))
                .map(MitigationTask::key)
                .limit(limit)
                .toList();
    }

    @Override
    public void remove(Tx tx, TaskKey key) {
        table.remove(tx, key.toString());
    }

    private Stream<MitigationTask> of(Tx tx, AccountRegion scope, TaskKind kind) {
        return table.all(tx).stream()
                .filter(task -> task.key().scope().equals(scope) && task.key().kind() == kind);
    }

    private Stream<MitigationTask> inProgress(Tx tx) {
        return table.all(tx).stream().filter(MitigationTask::isInProgress);
    }

    private static boolean fits(MitigationTask task, TaskFilter filter) {
        Instant endedAt = task.endedAt();
        String audit = filter.auditTaskId();
        Set<String> ids = filter.ids();
        return !task.startedAt().isBefore(filter.from())
                && !task.startedAt().isAfter(filter.to())
                && (endedAt == null || !endedAt.isAfter(filter.to()))
                && (filter.status() == null || filter.status() == task.status())
                && (audit == null
                        || (task.order()
                                        instanceof
                                        MitigationOrder.OnFindings(FindingTarget.OfAudit(String id, var _), var _)
                                && id.equals(audit)))
                && (ids == null || ids.contains(task.key().id()));
    }

    private static NewestFirst order(MitigationTask task) {
        return new NewestFirst(task.startedAt(), task.key().id());
    }
}
