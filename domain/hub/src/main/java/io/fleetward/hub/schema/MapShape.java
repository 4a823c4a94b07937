// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A map from strings to values of one shape.
 *
 * @param maxPairs how many pairs are allowed, not counting those with an {@code uncounted} key
 * @param maxKey how long a key may be; none may be empty
 * @param uncounted keys that are always allowed
 */
record MapShape(Shape value, int maxPairs, int maxKey, Set<String> uncounted) implements Shape {
    MapShape {
        uncounted = Set.copyOf(uncounted);
    }

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

    @Override
    public JsonNode fit(JsonNode map, Place at) {
        if (!map.isObject()) {
            return map;
        }
        long room = maxPairs;
        ObjectNode fitting = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> pair : map.properties()) {
            JsonNode fit = value.fit(pair.getValue(), at.member(pair.getKey()));
            boolean isCounted = !uncounted.contains(pair.getKey());
            if (pair.getKey().isBlank() || fit.isNull() || ObjectShape.isEmptied(pair.getValue(), fit)) {
                continue;
            }
            if (!isCounted || room > 0) {
                fitting.putIfAbsent(fittingKey(pair.getKey()), fit);
                room -= isCounted ? 1 : 0;
            }
        }
        if (counted(map) > maxPairs) {
            at.note("was cut to " + maxPairs + " properties");
        }
        return fitting;
    }

    private String fittingKey(String key) {
        return key.codePointCount(0, key.length()) <= maxKey
                ? key
                : key.substring(0, key.offsetByCodePoints(0, maxKey));
    }

    private long counted(JsonNode map) {
        return map.size() - uncounted.stream().filter(map::has).count();
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
