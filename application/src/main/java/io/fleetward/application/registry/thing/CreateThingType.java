// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.registry.thing.ThingType;
import io.fleetward.registry.thing.ThingTypeName;
import java.util.Map;

/** The wish for a new thing type. Immutable. */
public record CreateThingType(ThingTypeName name, ThingType.Properties properties, Map<String, String> tags) {
    public CreateThingType {
        tags = Map.copyOf(tags);
    }
}
