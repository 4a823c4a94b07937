// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.registry.InMemoryPages;
import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.custom.CustomMetricDefinition;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Custom metrics in memory. */
public final class InMemoryCustomMetrics implements CustomMetrics {
    private final InMemoryTable<ScopedKey, Row> rows = new InMemoryTable<>();

    private record Row(CustomMetricDefinition item, String token) {}

    @Override
    public @Nullable CustomMetricDefinition find(Tx tx, AccountRegion scope, String name) {
        Row row = rows.get(tx, ScopedKey.of(scope, name));
        return row == null ? null : row.item();
    }

    @Override
    public @Nullable CustomMetricDefinition findByToken(Tx tx, AccountRegion scope, String token) {
        return rows.all(tx).stream()
                .filter(row -> row.item().scope().equals(scope) && row.token().equals(token))
                .map(Row::item)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void add(Tx tx, CustomMetricDefinition metric, String token) {
        rows.put(tx, ScopedKey.of(metric.scope(), metric.name()), new Row(metric, token));
    }

    @Override
    public void replace(Tx tx, CustomMetricDefinition metric) {
        ScopedKey key = ScopedKey.of(metric.scope(), metric.name());
        rows.put(
                tx,
                key,
                new Row(metric, Objects.requireNonNull(rows.get(tx, key)).token()));
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String name) {
        return rows.remove(tx, ScopedKey.of(scope, name));
    }

    @Override
    public int count(Tx tx, AccountRegion scope) {
        return of(tx, scope).size();
    }

    @Override
    public Page<CustomMetricDefinition> list(Tx tx, AccountRegion scope, PageRequest page) {
        return InMemoryPages.byKey(of(tx, scope), CustomMetricDefinition::name, page);
    }

    private List<CustomMetricDefinition> of(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream()
                .map(Row::item)
                .filter(item -> item.scope().equals(scope))
                .toList();
    }
}
