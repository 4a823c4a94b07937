// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sets members of a document from values that may be absent; what is absent or blank sets nothing. */
final class Fields {
    private Fields() {}

    /** The value as a text; null when it is none, or blank. */
    static @Nullable String text(JsonNode value) {
        String text = value.isValueNode() && !value.isNull() ? value.asString() : "";
        return text.isBlank() ? null : text;
    }

    /** The value as a text, or this one. */
    static String text(JsonNode value, String fallback) {
        String text = text(value);
        return text == null ? fallback : text;
    }

    static void put(ObjectNode target, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            target.put(name, text);
        }
    }

    static void put(ObjectNode target, String name, JsonNode value) {
        put(target, name, text(value));
    }

    static void number(ObjectNode target, String name, JsonNode value) {
        if (value.isNumber()) {
            target.set(name, value);
        }
    }

    static void flag(ObjectNode target, String name, JsonNode value) {
        if (value.isBoolean()) {
            target.set(name, value);
        }
    }

    static void time(ObjectNode target, String name, JsonNode value) {
        put(target, name, SourceTime.text(value));
    }

    /** The texts of a list; a lone text counts as a list of one. */
    static void texts(ObjectNode target, String name, JsonNode list) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item :
                list.isArray() ? list : JsonNodeFactory.instance.arrayNode().add(list)) {
            String text = text(item);
            if (text != null) {
                texts.add(text);
            }
        }
        filled(target, name, texts);
    }

    /** Sets an object or a list that holds something. */
    static void filled(ObjectNode target, String name, JsonNode container) {
        if (!container.isEmpty()) {
            target.set(name, container);
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The first that is there, else the second. */
    static JsonNode either(JsonNode first, JsonNode second) {
        return first.isMissingNode() || first.isNull() ? second : first;
    }
}
