// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A list of {@code min} to {@code max} values of one shape. A null in it counts as absent. */
record ListShape(Shape item, int min, int max) implements Shape {
    @Override
    public JsonNode read(JsonNode value, Place at) {
        if (!value.isArray()) {
            at.refuse("should be array");
            return value;
        }
        long size = value.valueStream().filter(item -> !item.isNull()).count();
        if (size > max) {
            at.refuse("should NOT have more than " + max + " items");
            return value;
        }
        if (size < min) {
            at.refuse("should NOT have fewer than " + min + " items");
        }
        ArrayNode normal = JsonNodeFactory.instance.arrayNode(value.size());
        for (int i = 0; i < value.size(); i++) {
            if (!value.get(i).isNull()) {
                normal.add(item.read(value.get(i), at.item(i)));
            }
        }
        return normal;
    }

    @Override
    public JsonNode fit(JsonNode value, Place at) {
        if (!value.isArray()) {
            return value;
        }
        ArrayNode fitting = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < value.size() && fitting.size() < max; i++) {
            JsonNode fit = item.fit(value.get(i), at.item(i));
            if (!ObjectShape.isEmptied(value.get(i), fit)) {
                fitting.add(fit);
            }
        }
        if (value.size() > max) {
            at.note("was cut to " + max + " items");
        }
        return fitting;
    }
}
