// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object with known members. Unknown members are left out and a null counts as absent.
 *
 * @param required members that must be present
 * @param oneOf members of which at least one must be present; empty when there is no such rule
 * @param other the shape of members not listed; null to leave them out
 */
public record ObjectShape(
        Map<String, Shape> members,
        List<String> required,
        List<String> oneOf,
        @Nullable Shape other) implements Shape {
    public ObjectShape {
        members = Map.copyOf(members);
        required = List.copyOf(required);
        oneOf = List.copyOf(oneOf);
    }

    /** An object without members yet. */
    public static ObjectShape object() {
        return new ObjectShape(Map.of(), List.of(), List.of(), null);
    }

    /** The same with members that may be absent. */
    public ObjectShape with(String name, Shape shape) {
        var more = new HashMap<>(members);
        more.put(name, shape);
        return new ObjectShape(more, required, oneOf, other);
    }

    /** The same with a member that must be present. */
    public ObjectShape must(String name, Shape shape) {
        var more = new ArrayList<>(required);
        more.add(name);
        ObjectShape wider = with(name, shape);
        return new ObjectShape(wider.members, more, oneOf, other);
    }

    /** The same, wanting at least one of these members. */
    public ObjectShape wanting(String... names) {
        return new ObjectShape(members, required, List.of(names), other);
    }

    /** The same, also allowing members of other names. */
    public ObjectShape others(Shape shape) {
        return new ObjectShape(members, required, oneOf, shape);
    }

    @Override
    public JsonNode read(JsonNode value, Place at) {
        if (!value.isObject()) {
            at.refuse("should be object");
            return value;
        }
        ObjectNode normal = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            Shape shape = members.getOrDefault(member.getKey(), other);
            if (shape != null && !member.getValue().isNull()) {
                normal.set(member.getKey(), shape.read(member.getValue(), at.member(member.getKey())));
            }
        }
        checkPresence(normal, at);
        return normal;
    }

    @Override
    public JsonNode fit(JsonNode value, Place at) {
        if (!value.isObject()) {
            return value;
        }
        ObjectNode fitting = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            Shape shape = members.getOrDefault(name, other);
            JsonNode fit = shape == null ? member.getValue() : shape.fit(member.getValue(), at.member(name));
            if (!isEmptied(member.getValue(), fit) || required.contains(name)) {
                fitting.set(name, fit);
            } else {
                at.member(name).note("was left out");
            }
        }
        return fitting;
    }

    /** Whether nothing is left: a blank text, or an object or list that has lost everything it held. */
    static boolean isEmptied(JsonNode value, JsonNode fit) {
        if (fit.isString()) {
            return fit.stringValue().isBlank();
        }
        return fit.isContainer() && fit.isEmpty() && !value.isEmpty();
    }

    private void checkPresence(ObjectNode normal, Place at) {
        for (String name : required) {
            if (!normal.has(name)) {
                refuseMissing(name, at);
            }
        }
        if (!oneOf.isEmpty() && oneOf.stream().noneMatch(normal::has)) {
            oneOf.forEach(name -> refuseMissing(name, at));
            at.refuse("should match some schema in anyOf");
        }
    }

    private static void refuseMissing(String name, Place at) {
        at.refuse("should have required property '" + name + "'");
    }
}
