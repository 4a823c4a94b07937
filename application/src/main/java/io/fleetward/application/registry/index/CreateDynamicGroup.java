// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.index;

import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.Map;

/**
 * The wish for a new dynamic group. Immutable.
 *
 * @param query in the language of the fleet index
 */
public record CreateDynamicGroup(
        ThingGroupName name, String query, ThingGroup.Properties properties, Map<String, String> tags) {
    public CreateDynamicGroup {
        tags = Map.copyOf(tags);
    }
}
