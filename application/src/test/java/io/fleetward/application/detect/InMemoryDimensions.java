// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.registry.InMemoryPages;
import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.dimension.DimensionResource;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Dimensions in memory. */
public final class InMemoryDimensions implements Dimensions {
    private final InMemoryTable<ScopedKey, Row> rows = new InMemoryTable<>();

    private record Row(DimensionResource item, String token) {}

    @Override
    public @Nullable DimensionResource find(Tx tx, AccountRegion scope, String name) {
        Row row = rows.get(tx, ScopedKey.of(scope, name));
        return row == null ? null : row.item();
    }

    @Override
    public @Nullable DimensionResource findByToken(Tx tx, AccountRegion scope, String token) {
        return rows.all(tx).stream()
                .filter(row -> row.item().scope().equals(scope) && row.token().equals(token))
                .map(Row::item)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void add(Tx tx, DimensionResource dimension, String token) {
        rows.put(tx, ScopedKey.of(dimension.scope(), dimension.name()), new Row(dimension, token));
    }

    @Override
    public void replace(Tx tx, DimensionResource dimension) {
        ScopedKey key = ScopedKey.of(dimension.scope(), dimension.name());
        rows.put(
                tx,
                key,
                new Row(dimension, Objects.requireNonNull(rows.get(tx, key)).token()));
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
    public Page<DimensionResource> list(Tx tx, AccountRegion scope, PageRequest page) {
        return InMemoryPages.byKey(of(tx, scope), DimensionResource::name, page);
    }

    private List<DimensionResource> of(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream()
                .map(Row::item)
                .filter(item -> item.scope().equals(scope))
                .toList();
    }
}
