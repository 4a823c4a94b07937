// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.bind;

import io.fleetward.aws.api.check.ExpectedType;
import io.fleetward.aws.api.check.Violation.Step;
import io.fleetward.aws.api.http.Parameters;
import io.fleetward.aws.api.model.Member;
import io.fleetward.aws.api.model.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binds the form of the query protocol: {@code Name=…}, lists as {@code Tags.member.1.Key=…}, maps as {@code
 * Attributes.entry.1.key=…} and {@code ….value=…}, or by the names that the model has for these.
 *
 * <p>Confined to one request.
 */
public final class FormBinder {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 16;

    /** A name up to a dot: its own value and what follows the dot. */
    private static final class Field {
        private final TreeMap<String, Field> parts = new TreeMap<>();
        private @Nullable String value;
    }

    private final Deque<Step> path = new ArrayDeque<>();

    private FormBinder() {}

    /** The tree of the request. */
    public static ObjectNode bind(Shape.Structure shape, Parameters form) {
        var root = new Field();
        form.all().forEach(parameter -> place(root, parameter));
        return new FormBinder().structure(root, shape);
    }

    private static void place(Field root, Parameters.Parameter parameter) {
        Field field = root;
        String[] names = parameter.name().split("\\.", MAX_DEPTH + 1);
        if (names.length > MAX_DEPTH) {
            throw new MalformedBodyException("The parameter name " + names[0] + " is nested too deeply.");
        }
        for (String name : names) {
            field = field.parts.computeIfAbsent(name, unseen -> new Field());
        }
        if (field.value == null) {
            field.value = parameter.value();
        }
    }

    private ObjectNode structure(Field field, Shape.Structure shape) {
        ObjectNode tree = NODES.objectNode();
        for (Member member : shape.members().values()) {
            Field part = field.parts.get(member.name());
            if (part != null) {
                path.addLast(new Step.Into(member.name()));
                tree.set(member.name(), value(part, member.shape().get()));
                path.removeLast();
            }
        }
        return tree;
    }

    private JsonNode value(Field field, Shape shape) {
        return switch (shape) {
            case Shape.Structure structure -> structure(field, structure);
            case Shape.Sequence sequence -> sequence(field, sequence);
            case Shape.Mapping mapping -> mapping(field, mapping);
            default -> TextValues.of(text(field), shape, List.copyOf(path));
        };
    }

    private ArrayNode sequence(Field field, Shape.Sequence shape) {
        ArrayNode list = NODES.arrayNode();
        Shape element = shape.element().get();
        for (Field item : numbered(field, "member").values()) {
            path.addLast(new Step.Element(list.size()));
            list.add(value(item, element));
            path.removeLast();
        }
        return list;
    }

    private ObjectNode mapping(Field field, Shape.Mapping shape) {
        ObjectNode map = NODES.objectNode();
        Shape value = shape.value().get();
        for (Field entry : numbered(field, "entry").values()) {
            Field key = entry.parts.get(shape.keyName());
            Field content = entry.parts.get(shape.valueName());
            if (key == null || content == null) {
                throw new WrongTypeException(List.copyOf(path), ExpectedType.ENTRIES);
            }
            path.addLast(new Step.Key(text(key)));
            map.set(text(key), value(content, value));
            path.removeLast();
        }
        return map;
    }

    /** The parts under {@code member} or {@code entry} in the order of their numbers. */
    private Map<Integer, Field> numbered(Field field, String wrapper) {
        var items = new TreeMap<Integer, Field>();
        Field wrapped = field.parts.get(wrapper);
        if (wrapped != null) {
            wrapped.parts.forEach((number, item) -> items.put(number(number), item));
        }
        return items;
    }

    private int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new WrongTypeException(List.copyOf(path), ExpectedType.NUMBERED);
        }
    }

    private String text(Field field) {
        if (field.value == null) {
            throw new WrongTypeException(List.copyOf(path), ExpectedType.STRING);
        }
        return field.value;
    }
}
