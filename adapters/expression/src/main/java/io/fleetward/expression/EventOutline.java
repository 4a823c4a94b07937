// SPDX-License-Identifier: Apache-2.0
package io.fleetward.expression;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What patterns look at in an event: the fields they name and nothing else, so that the library, which takes an event
 * apart value by value, is given a few values instead of hundreds.
 *
 * <p>Immutable, thread-safe. An event matches a pattern exactly if its outline does.
 */
final class EventOutline {
    /** What is looked at in a field; null for all of it. */
    private final Map<String, @Nullable EventOutline> fields = new HashMap<>();

    private EventOutline() {}

    /** The outline for valid patterns. */
    static EventOutline of(Collection<String> patterns) {
        var outline = new EventOutline();
        patterns.forEach(pattern -> outline.add(JsonMapper.shared().readTree(pattern)));
        return outline;
    }

    /** The part of the event that the patterns look at; shares values with the event. */
    ObjectNode of(ObjectNode event) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : event.properties()) {
            String head = head(field.getKey());
            if (fields.containsKey(head)) {
                EventOutline within = head.equals(field.getKey()) ? fields.get(head) : null;
                part.set(field.getKey(), within == null ? field.getValue() : within.ofValue(field.getValue()));
            }
        }
        return part;
    }

    private JsonNode ofValue(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> of(object);
            case ArrayNode array -> {
                ArrayNode parts = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(element -> parts.add(ofValue(element)));
                yield parts;
            }
            default -> value;
        };
    }

    private void add(JsonNode pattern) {
        for (Map.Entry<String, JsonNode> field : pattern.properties()) {
            JsonNode wanted = field.getValue();
            if (field.getKey().equals("$or") && wanted.isArray()) {
                wanted.forEach(this::add);
            }
            String head = head(field.getKey());
            if (!head.equals(field.getKey()) || !wanted.isObject()) {
                fields.put(head, null);
            } else if (!fields.containsKey(head)) {
                var within = new EventOutline();
                within.add(wanted);
                fields.put(head, within);
            } else {
                EventOutline within = fields.get(head);
                if (within != null) {
                    within.add(wanted);
                }
            }
        }
    }

    /** To the library a point in a name is the same as a step into an object. */
    private static String head(String name) {
        int point = name.indexOf('.');
        return point < 0 ? name : name.substring(0, point);
    }
}
