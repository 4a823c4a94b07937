// SPDX-License-Identifier: Apache-2.0
package io.fleetward.expression;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How many patterns without {@code $or} a pattern stands for: the library makes every one of them. */
final class Combinations {
    /** Beyond it nobody counts. */
    private static final long ENOUGH = 1_000_000;

    private Combinations() {}

    static long of(JsonNode pattern) {
        if (!pattern.isObject()) {
            return 1;
        }
        long all = 1;
        for (Map.Entry<String, JsonNode> field : pattern.properties()) {
            long ofField = field.getKey().equals("$or") && field.getValue().isArray()
                    ? field.getValue().valueStream().mapToLong(Combinations::of).sum()
                    : of(field.getValue());
            all = Math.min(ENOUGH, all * Math.max(1, ofField));
        }
        return all;
    }
}
