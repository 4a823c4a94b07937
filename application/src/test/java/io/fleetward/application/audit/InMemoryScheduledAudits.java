// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.schedule.ScheduledAudit;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scheduled audits in memory. Thread-safe. */
public final class InMemoryScheduledAudits implements ScheduledAudits {
    private final InMemoryTable<ScopedId, ScheduledAudit> table = new InMemoryTable<>();

    @Override
    public @Nullable ScheduledAudit find(Tx tx, AccountRegion scope, String name) {
        return table.get(tx, new ScopedId(scope, name));
    }

    @Override
    public void put(Tx tx, ScheduledAudit schedule) {
        table.put(tx, new ScopedId(schedule.scope(), schedule.name()), schedule);
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String name) {
        return table.remove(tx, new ScopedId(scope, name));
    }

    @Override
    public List<ScheduledAudit> of(Tx tx, AccountRegion scope) {
        return table.all(tx).stream()
                .filter(schedule -> schedule.scope().equals(scope))
                .sorted(Comparator.comparing(ScheduledAudit::name))
                .toList();
    }

    @Override
    public List<ScheduledAudit> dueAt(Tx tx, Instant now, int limit) {
        return table.all(tx).stream()
                .filter(schedule -> schedule.isDueAt(now))
                .sorted(Comparator.comparing(ScheduledAudit::nextRunAt))
                .limit(limit)
                .toList();
    }

    @Override
    public @Nullable Instant nextDue(Tx tx) {
        return table.all(tx).stream()
                .map(ScheduledAudit::nextRunAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
