// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.finding.HubReport;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reports to the hub in memory. Thread-safe. */
public final class InMemoryHubReports implements HubReports {
    private final InMemoryTable<ScopedId, Map.Entry<ScopedId, HubReport>> table = new InMemoryTable<>();

    @Override
    public List<HubReport> find(Tx tx, AccountRegion scope, CheckName check, Collection<String> ids) {
        return rows(tx, scope, check).stream()
                .filter(report -> ids.contains(report.id()))
                .toList();
    }

    @Override
    public void put(Tx tx, AccountRegion scope, List<HubReport> reports) {
        for (HubReport report : reports) {
            var key = new ScopedId(scope, report.check() + " " + report.id());
            table.put(tx, key, Map.entry(key, report));
        }
    }

    @Override
    public List<HubReport> activeFromOtherTasks(Tx tx, AccountRegion scope, Origin notFrom, int limit) {
        return rows(tx, scope, notFrom.check()).stream()
                .filter(report -> report.kind() == HubReport.Kind.FINDING && report.isActive())
                .filter(report -> !report.taskId().equals(notFrom.taskId()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<HubReport> active(Tx tx, AccountRegion scope, CheckName check, String idPrefix) {
        return rows(tx, scope, check).stream()
                .filter(report -> report.kind() == HubReport.Kind.FINDING && report.isActive())
                .filter(report -> report.id().startsWith(idPrefix))
                .toList();
    }

    @Override
    public int removeUpdatedBefore(Tx tx, Instant cutoff, int limit) {
        List<ScopedId> old = table.all(tx).stream()
                .filter(row -> row.getValue().updatedAt().isBefore(cutoff))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
        old.forEach(key -> table.remove(tx, key));
        return old.size();
    }

    private List<HubReport> rows(Tx tx, AccountRegion scope, CheckName check) {
        return table.all(tx).stream()
                .filter(row -> row.getKey().scope().equals(scope))
                .map(Map.Entry::getValue)
                .filter(report -> report.check().equals(check))
                .toList();
    }
}
