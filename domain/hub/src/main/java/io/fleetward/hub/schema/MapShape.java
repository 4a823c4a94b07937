// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A map from strings to values of one shape.
 *
 * @param maxPairs how many pairs are allowed, not counting those whose key starts with {@code uncounted}
 * @param maxKey how long a key may be; none may be empty
 * @param uncounted a prefix of keys; the empty text when every pair counts
 */
record MapShape(Shape value, int maxPairs, int maxKey, String uncounted) implements Shape {
    @Override
    public JsonNode read(JsonNode map, Place at) {
        if (!map.isObject()) {
            at.refuse("should be object");
            return map;
        }
        if (counted(map) > maxPairs) {
            at.refuse("should NOT have more than " + maxPairs + " properties");
            return map;
        }
        ObjectNode normal = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> pair : map.properties()) {
            if (!pair.getValue().isNull()) {
                checkKey(pair.getKey(), at);
                normal.set(pair.getKey(), value.read(pair.getValue(), at.member(pair.getKey())));
            }
        }
        return normal;
    }

    private long counted(JsonNode map) {
        if (map.size() <= maxPairs || uncounted.isEmpty()) {
            return map.size();
        }
        return map.propertyNames().stream()
                .filter(key -> !key.startsWith(uncounted))
                .count();
    }

    private void checkKey(String key, Place at) {
        if (key.isEmpty()) {
            at.refuse("should NOT be shorter than 1 characters");
        } else if (key.codePointCount(0, key.length()) > maxKey) {
            at.refuse("should NOT be longer than " + maxKey + " characters");
        } else {
            return;
        }
        at.refuse("property name '" + Place.shortened(key) + "' is invalid");
    }
}
