// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The attributes of a thing or a group, by name; a value is never empty, because an empty value means removal
 * (iot-core, things).
 *
 * <p>Immutable and sorted by name.
 */
public record Attributes(Map<String, String> values) {
    /** No attributes. */
    public static final Attributes NONE = new Attributes(Map.of());

    public Attributes {
        var kept = new TreeMap<>(values);
        kept.values().removeIf(String::isEmpty);
        values = Collections.unmodifiableMap(kept);
    }

    /** Those of this set overlaid with the changes: equal names take the new value, empty values remove. */
    public Attributes merge(Map<String, String> changes) {
        var merged = new TreeMap<>(values);
        merged.putAll(changes);
        return new Attributes(merged);
    }

    /** The result of an update: a merge, or the replacement of everything. */
    public Attributes updated(Map<String, String> changes, boolean merge) {
        return merge ? merge(changes) : new Attributes(changes);
    }

    public int size() {
        return values.size();
    }
}
