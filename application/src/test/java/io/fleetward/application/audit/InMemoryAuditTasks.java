// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTaskStatus;
import io.fleetward.audit.task.AuditTaskType;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Audit tasks in memory. Thread-safe. */
public final class InMemoryAuditTasks implements AuditTasks {
    private final InMemoryTable<ScopedId, AuditTask> table = new InMemoryTable<>();

    @Override
    public @Nullable AuditTask find(Tx tx, AccountRegion scope, String id) {
        return table.get(tx, new ScopedId(scope, id));
    }

    @Override
    public void put(Tx tx, AuditTask task) {
        table.put(tx, new ScopedId(task.scope(), task.id()), task);
    }

    @Override
    public int countInProgress(Tx tx, AccountRegion scope, AuditTaskType type) {
        return (int) inProgress(tx)
                .filter(task -> task.scope().equals(scope))
                .filter(task -> task.trigger().taskType() == type)
                .count();
    }

    @Override
    public boolean isInProgress(Tx tx, AccountRegion scope, String scheduleName) {
        return inProgress(tx)
                .filter(task -> task.scope().equals(scope))
                .anyMatch(task -> task.trigger() instanceof AuditTrigger.Scheduled scheduled
                        && scheduled.scheduleName().equals(scheduleName));
    }

    @Override
    public List<AuditTask> inProgress(Tx tx, AccountRegion scope) {
        return inProgress(tx)
                .filter(task -> task.scope().equals(scope))
                .sorted(Comparator.comparing(AuditTask::startedAt).thenComparing(AuditTask::id))
                .toList();
    }

    @Override
    public @Nullable Instant previousRun(Tx tx, AccountRegion scope, String scheduleName, Instant before) {
        return table.all(tx).stream()
                .filter(task -> task.scope().equals(scope) && task.status() == AuditTaskStatus.COMPLETED)
                .filter(task -> task.trigger() instanceof AuditTrigger.Scheduled scheduled
                        && scheduled.scheduleName().equals(scheduleName))
                .map(AuditTask::startedAt)
                .filter(startedAt -> startedAt.isBefore(before))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public List<AccountRegion> scopesInProgress(Tx tx) {
        return inProgress(tx).map(AuditTask::scope).distinct().toList();
    }

    @Override
    public Page<AuditTask> list(Tx tx, AccountRegion scope, TaskFilter filter, PageRequest page) {
        NewestFirst after = page.after() == null ? null : NewestFirst.parse(page.after());
        List<AuditTask> read = table.all(tx).stream()
                .filter(task -> task.scope().equals(scope) && fits(task, filter))
                .sorted(Comparator.comparing(InMemoryAuditTasks::order))
                .filter(task -> after == null || order(task).compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(read, page.limit(), task -> order(task).key());
    }

    @Override
    public int removeStartedBefore(Tx tx, Instant cutoff, int limit) {
        List<AuditTask> old = table.all(tx).stream()
                .filter(task -> task.startedAt().isBefore(cutoff))
                .limit(limit)
                .toList();
        old.forEach(task -> table.remove(tx, new ScopedId(task.scope(), task.id())));
        return old.size();
    }

    private Stream<AuditTask> inProgress(Tx tx) {
        return table.all(tx).stream().filter(AuditTask::isInProgress);
    }

    private static boolean fits(AuditTask task, TaskFilter filter) {
        return !task.startedAt().isBefore(filter.from())
                && !task.startedAt().isAfter(filter.to())
                && (filter.type() == null || filter.type() == task.trigger().taskType())
                && (filter.status() == null || filter.status() == task.status());
    }

    private static NewestFirst order(AuditTask task) {
        return new NewestFirst(task.startedAt(), task.id());
    }
}
