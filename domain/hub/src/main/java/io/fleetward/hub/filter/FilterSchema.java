// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import static io.fleetward.hub.schema.ObjectShape.object;
import static io.fleetward.hub.schema.Shapes.decimal;
import static io.fleetward.hub.schema.Shapes.flag;
import static io.fleetward.hub.schema.Shapes.list;
import static io.fleetward.hub.schema.Shapes.oneOf;
import static io.fleetward.hub.schema.Shapes.text;
import static io.fleetward.hub.schema.Shapes.time;
import static io.fleetward.hub.schema.Shapes.whole;

import io.fleetward.hub.schema.ObjectShape;
import io.fleetward.hub.schema.Shape;
import io.fleetward.hub.schema.Shapes;
import java.util.EnumMap;
import java.util.Map;

/**
 * What filters look like as JSON: per attribute a list of filters of its kind.
 *
 * @param name of the member that holds them in a request
 * @param mostAttributes how many attributes may be given together
 */
record FilterSchema(String name, Shape shape, int mostAttributes) {
    private static final int MAX_ATTRIBUTES = 10;
    private static final int MAX_VALUES = 20;

    /** As long as the longest field that has a limit; what is longer could only be there to cost time. */
    private static final Shape VALUE = text(2048);

    private static final Shape TEXT =
            object().must("Value", VALUE).with("Comparison", Shapes.oneOf(TextTest.Comparison.class));

    private static final Shape NUMBER = object().with("Gte", decimal())
            .with("Lte", decimal())
            .with("Eq", decimal())
            .with("Gt", decimal())
            .with("Lt", decimal())
            .wanting("Gte", "Lte", "Eq", "Gt", "Lt");

    private static final Shape DATE = object().with("Start", time())
            .with("End", time())
            .with(
                    "DateRange",
                    object().must("Value", whole(1, Integer.MAX_VALUE))
                            .must("Unit", oneOf("DAYS"))
                            .with("Comparison", oneOf("WITHIN", "OLDER_THAN")))
            .wanting("Start", "End", "DateRange");

    private static final Shape MAP = object().must("Key", VALUE)
            .must("Value", VALUE)
            .with("Comparison", oneOf("EQUALS", "NOT_EQUALS", "CONTAINS", "NOT_CONTAINS"));

    /** Filters of a request for findings: any key, up to 20 values each. */
    static final FilterSchema FILTERS = new FilterSchema("Filters", shape(everyKey()), MAX_ATTRIBUTES);

    /** Criteria of rules: fewer keys, of which some take more values, and as many of them as there are. */
    static final FilterSchema CRITERIA =
            new FilterSchema("Criteria", shape(CriteriaKeys.MOST_VALUES), CriteriaKeys.MOST_VALUES.size());

    private static Map<FilterKey, Integer> everyKey() {
        var keys = new EnumMap<FilterKey, Integer>(FilterKey.class);
        for (FilterKey key : FilterKey.values()) {
            keys.put(key, MAX_VALUES);
        }
        return keys;
    }

    private static Shape shape(Map<FilterKey, Integer> mostValues) {
        ObjectShape filters = object();
        for (Map.Entry<FilterKey, Integer> entry : mostValues.entrySet()) {
            FilterKey key = entry.getKey();
            filters = filters.with(key.wireName(), list(shape(key.type()), 0, entry.getValue()));
        }
        return filters.others((value, at) -> {
            at.refuse("is not a filter attribute");
            return value;
        });
    }

    private static Shape shape(FilterType type) {
        return switch (type) {
            case TEXT -> TEXT;
            case NUMBER -> NUMBER;
            case DATE -> DATE;
            case MAP -> MAP;
            case FLAG -> object().must("Value", flag());
            case ADDRESS -> object().must("Cidr", text());
            case KEYWORD -> object().must("Value", VALUE);
        };
    }
}
