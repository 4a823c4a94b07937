// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.List;

/**
 * A thing as the index sees it. Immutable.
 *
 * @param groups those the thing itself is in
 */
public record IndexedThing(Thing thing, List<ThingGroupName> groups) {
    public IndexedThing {
        groups = List.copyOf(groups);
    }
}
