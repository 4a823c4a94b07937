// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.kernel.AccountRegion;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Custom checks in memory. Thread-safe. */
public final class InMemoryCustomChecks implements CustomChecks {
    private final InMemoryTable<ScopedId, Row> table = new InMemoryTable<>();

    private record Row(AccountRegion scope, Kept kept) {}

    @Override
    public @Nullable Kept find(Tx tx, AccountRegion scope, CheckName name) {
        Row row = table.get(tx, new ScopedId(scope, name.value()));
        return row == null ? null : row.kept();
    }

    @Override
    public void put(Tx tx, AccountRegion scope, Kept kept) {
        table.put(tx, new ScopedId(scope, kept.check().name().value()), new Row(scope, kept));
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, CheckName name) {
        return table.remove(tx, new ScopedId(scope, name.value()));
    }

    @Override
    public List<Kept> of(Tx tx, AccountRegion scope) {
        return table.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::kept)
                .sorted(Comparator.comparing(kept -> kept.check().name()))
                .toList();
    }
}
