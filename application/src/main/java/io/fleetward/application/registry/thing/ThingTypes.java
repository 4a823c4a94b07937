// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingType;
import io.fleetward.registry.thing.ThingTypeName;
import org.jspecify.annotations.Nullable;

/** The thing types of every account. Thread-safe. */
public interface ThingTypes {
    /** The type, or null. */
    @Nullable
    ThingType find(Tx tx, AccountRegion scope, ThingTypeName name);

    /** Inserts the type, or replaces the one with its name. */
    void put(Tx tx, ThingType type);

    /** Removes the type; answers whether it was there. */
    boolean remove(Tx tx, AccountRegion scope, ThingTypeName name);

    /** All types by name; the sort key is the name. */
    Page<ThingType> list(Tx tx, AccountRegion scope, PageRequest page);
}
