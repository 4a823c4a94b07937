// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value at a place in the request and the rule it breaks. Immutable.
 *
 * @param path from the request inwards: member names, list positions from zero as digits, map keys
 * @param value null when it is missing
 * @param sensitive whether the value must not be repeated
 */
public record Violation(List<Step> path, @Nullable JsonNode value, Rule rule, boolean sensitive) {
    public Violation {
        path = List.copyOf(path);
    }

    /** One step of a path. */
    public sealed interface Step {
        /** Into the member of a structure. */
        record Into(String member) implements Step {}

        /** To an element of a list, counted from zero. */
        record Element(int index) implements Step {}

        /** To the value of a key of a map. */
        record Key(String key) implements Step {}
    }
}
