// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.standard.ControlReport;
import io.fleetward.kernel.AccountRegion;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Reports of controls in a sorted table. */
public final class InMemoryControlReports implements ControlReports {
    private record Row(AccountRegion scope, ControlReport report) {}

    private final InMemoryTable<String, Row> table = new InMemoryTable<>();

    @Override
    public List<ControlReport> find(Tx tx, AccountRegion scope, String control, Collection<String> resources) {
        return of(tx, scope, control).stream()
                .filter(report -> resources.contains(report.resource()))
                .toList();
    }

    @Override
    public void put(Tx tx, AccountRegion scope, List<ControlReport> reports) {
        reports.forEach(
                report -> table.put(tx, key(scope, report.control(), report.resource()), new Row(scope, report)));
    }

    @Override
    public List<ControlReport> toldBefore(Tx tx, AccountRegion scope, Told before, int limit) {
        return of(tx, scope, before.control()).stream()
                .filter(report -> report.updatedAt().isBefore(before.before()))
                .sorted(Comparator.comparing(ControlReport::updatedAt))
                .limit(limit)
                .toList();
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String control, Collection<String> resources) {
        resources.forEach(resource -> table.remove(tx, key(scope, control, resource)));
    }

    private List<ControlReport> of(Tx tx, AccountRegion scope, String control) {
        return table.all(tx).stream()
                .filter(row ->
                        row.scope().equals(scope) && row.report().control().equals(control))
                .map(Row::report)
                .toList();
    }

    private static String key(AccountRegion scope, String control, String resource) {
        return String.join(" ", scope.toString(), control, resource);
    }
}
