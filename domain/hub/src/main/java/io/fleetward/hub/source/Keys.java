// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The same document with the first letter of every member's name in the other case. */
final class Keys {
    private Keys() {}

    /** Names begin with a small letter: command-line tools print some services' documents with capitals. */
    static JsonNode camel(JsonNode document) {
        boolean isCapital = document.isObject()
                && !document.isEmpty()
                && Character.isUpperCase(firstKey(document).charAt(0));
        return isCapital
                ? renamed(document, name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                : document;
    }

    /** Names begin with a capital, as in findings. */
    static JsonNode capitalized(JsonNode document) {
        return renamed(document, name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    private static String firstKey(JsonNode document) {
        String key = document.properties().iterator().next().getKey();
        return key.isEmpty() ? " " : key;
    }

    private static JsonNode renamed(JsonNode value, UnaryOperator<String> rename) {
        if (value.isArray()) {
            ArrayNode list = Fields.list();
            value.forEach(item -> list.add(renamed(item, rename)));
            return list;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode object = Fields.object();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            object.set(name.isEmpty() ? name : rename.apply(name), renamed(member.getValue(), rename));
        }
        return object;
    }
}
