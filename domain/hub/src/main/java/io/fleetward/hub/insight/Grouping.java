// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.insight;

import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FilterType;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What findings are counted by: an attribute of texts, numbers or addresses (hub, insights).
 *
 * <p>A finding counts once for each different value it has, whether or not a filter asked for that value: grouping by a
 * key of resources counts every resource of the findings. Without a value it counts for none. Immutable.
 */
public record Grouping(FilterKey key) {
    private static final Set<FilterType> COUNTABLE = EnumSet.of(FilterType.TEXT, FilterType.NUMBER, FilterType.ADDRESS);

    public Grouping {
        if (!isPossibleBy(key)) {
            throw new IllegalArgumentException("findings cannot be counted by " + key.wireName());
        }
    }

    /** The grouping by the attribute that clients call so; null when findings cannot be counted by it. */
    public static @Nullable Grouping named(String attribute) {
        FilterKey key = FilterKey.named(attribute);
        return key == null || !isPossibleBy(key) ? null : new Grouping(key);
    }

    static boolean isPossibleBy(FilterKey key) {
        return COUNTABLE.contains(key.type());
    }

    /** The different values in a finding's document, or in a sketch's. */
    public Set<String> valuesIn(ObjectNode document) {
        var values = new LinkedHashSet<String>();
        key.path().each(document, value -> {
            String text = text(value);
            if (text != null) {
                values.add(text);
            }
        });
        return values;
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        return value.stringValue(null);
    }
}
