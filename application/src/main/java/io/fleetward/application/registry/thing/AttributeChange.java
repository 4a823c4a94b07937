// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.registry.thing.Attributes;
import java.util.Map;

/**
 * What a request does to attributes: replaces all of them or merges into them; an empty value removes.
 *
 * <p>Immutable.
 */
public record AttributeChange(Map<String, String> values, boolean isMerge) {
    /** Leaves everything as it is. */
    public static final AttributeChange NONE = new AttributeChange(Map.of(), true);

    public AttributeChange {
        values = Map.copyOf(values);
    }

    /** The attributes after this change. */
    public Attributes applyTo(Attributes current) {
        return current.updated(values, isMerge);
    }
}
