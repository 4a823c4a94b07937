// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingTypeName;
import org.jspecify.annotations.Nullable;

/** The things of every account. Thread-safe. */
public interface Things {
    /** The thing, or null. */
    @Nullable
    Thing find(Tx tx, AccountRegion scope, ThingName name);

    /** Inserts the thing, or replaces the one with its name. */
    void put(Tx tx, Thing thing);

    /** Removes the thing alone: not what refers to it. Answers whether it was there. */
    boolean remove(Tx tx, AccountRegion scope, ThingName name);

    /** Those that fit the filter, by name; the sort key is the name. */
    Page<Thing> list(Tx tx, AccountRegion scope, ThingFilter filter, PageRequest page);

    /** Whether any thing has this type. */
    boolean anyOfType(Tx tx, AccountRegion scope, ThingTypeName type);
}
