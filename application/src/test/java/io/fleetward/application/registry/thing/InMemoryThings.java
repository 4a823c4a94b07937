// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.application.registry.InMemoryPages;
import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.registry.thing.ThingFilter.ByAttribute;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingTypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Things in memory. */
public final class InMemoryThings implements Things {
    private final InMemoryTable<ScopedKey, Thing> rows = new InMemoryTable<>();

    @Override
    public @Nullable Thing find(Tx tx, AccountRegion scope, ThingName name) {
        return rows.get(tx, ScopedKey.of(scope, name));
    }

    @Override
    public void put(Tx tx, Thing thing) {
        rows.put(tx, ScopedKey.of(thing.scope(), thing.name()), thing);
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, ThingName name) {
        return rows.remove(tx, ScopedKey.of(scope, name));
    }

    @Override
    public Page<Thing> list(Tx tx, AccountRegion scope, ThingFilter filter, PageRequest page) {
        List<Thing> fitting = rows.all(tx).stream()
                .filter(thing -> thing.scope().equals(scope))
                .filter(thing -> filter.type() == null || filter.type().equals(thing.type()))
                .filter(thing ->
                        filter.attribute() == null || fits(thing.attributes().values(), filter.attribute()))
                .toList();
        return InMemoryPages.byKey(fitting, thing -> thing.name().value(), page);
    }

    @Override
    public boolean anyOfType(Tx tx, AccountRegion scope, ThingTypeName type) {
        var filter = new ThingFilter(type, null);
        return !list(tx, scope, filter, PageRequest.first(1)).items().isEmpty();
    }

    private static boolean fits(Map<String, String> attributes, ByAttribute wanted) {
        String value = attributes.get(wanted.name());
        if (value == null || wanted.value() == null) {
            return value != null;
        }
        return wanted.isPrefix() ? value.startsWith(wanted.value()) : value.equals(wanted.value());
    }
}
