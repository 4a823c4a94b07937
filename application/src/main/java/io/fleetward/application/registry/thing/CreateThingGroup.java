// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The wish for a new group; a root when it names no parent. Immutable. */
public record CreateThingGroup(
        ThingGroupName name,
        @Nullable ThingGroupName parent,
        ThingGroup.Properties properties,
        Map<String, String> tags) {
    public CreateThingGroup {
        tags = Map.copyOf(tags);
    }
}
