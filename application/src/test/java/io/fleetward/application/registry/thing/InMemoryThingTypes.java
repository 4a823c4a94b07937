// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.application.registry.InMemoryPages;
import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingType;
import io.fleetward.registry.thing.ThingTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thing types in memory. */
public final class InMemoryThingTypes implements ThingTypes {
    private final InMemoryTable<ScopedKey, ThingType> rows = new InMemoryTable<>();

    @Override
    public @Nullable ThingType find(Tx tx, AccountRegion scope, ThingTypeName name) {
        return rows.get(tx, ScopedKey.of(scope, name));
    }

    @Override
    public void put(Tx tx, ThingType type) {
        rows.put(tx, ScopedKey.of(type.scope(), type.name()), type);
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, ThingTypeName name) {
        return rows.remove(tx, ScopedKey.of(scope, name));
    }

    @Override
    public Page<ThingType> list(Tx tx, AccountRegion scope, PageRequest page) {
        List<ThingType> own =
                rows.all(tx).stream().filter(type -> type.scope().equals(scope)).toList();
        return InMemoryPages.byKey(own, type -> type.name().value(), page);
    }
}
