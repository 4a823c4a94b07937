// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.bind;

import io.fleetward.aws.api.check.ExpectedType;
import io.fleetward.aws.api.check.Violation.Step;
import io.fleetward.aws.api.model.Member;
import io.fleetward.aws.api.model.Member.Location;
import io.fleetward.aws.api.model.Shape;
import io.fleetward.aws.model.Timestamps;
import java.time.DateTimeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Copies a tree as its shape describes it: known members only, no nulls, every value of the modelled type.
 *
 * <p>Confined to one request. Throws {@link WrongTypeException} at the first value of another type.
 */
final class TypedTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Deque<Step> path = new ArrayDeque<>();
    private final boolean takesAll;

    /**
     * A copy to be.
     *
     * @param takesAll whether also members are taken that travel outside the body else
     */
    private TypedTree(boolean takesAll) {
        this.takesAll = takesAll;
    }

    /** Copies the body members of a structure. */
    static ObjectNode of(ObjectNode body, Shape.Structure shape) {
        return new TypedTree(false).structure(body, shape);
    }

    /** Copies all members of a structure. */
    static ObjectNode ofAll(ObjectNode body, Shape.Structure shape) {
        return new TypedTree(true).structure(body, shape);
    }

    /** Copies the value of one member of the request, which makes up the whole body. */
    static JsonNode ofPayload(ObjectNode body, Member member) {
        var copy = new TypedTree(false);
        copy.path.add(new Step.Into(member.name()));
        return copy.value(body, member.shape().get());
    }

    private ObjectNode structure(JsonNode source, Shape.Structure shape) {
        ObjectNode copy = NODES.objectNode();
        for (var property : source.properties()) {
            Member member = shape.members().get(property.getKey());
            JsonNode value = property.getValue();
            if (member != null && (takesAll || member.location() == Location.BODY) && !value.isNull()) {
                path.addLast(new Step.Into(member.name()));
                copy.set(member.name(), value(value, member.shape().get()));
                path.removeLast();
            }
        }
        return copy;
    }

    private JsonNode value(JsonNode value, Shape shape) {
        return switch (shape) {
            case Shape.Structure structure ->
                structure(expect(value, value.isObject(), ExpectedType.OBJECT), structure);
            case Shape.Sequence sequence -> sequence(expect(value, value.isArray(), ExpectedType.LIST), sequence);
            case Shape.Mapping mapping -> mapping(expect(value, value.isObject(), ExpectedType.OBJECT), mapping);
            case Shape.Document _ -> expect(value, value.isObject(), ExpectedType.OBJECT);
            case Shape.Text _ -> expect(value, value.isString(), ExpectedType.STRING);
            case Shape.Flag _ -> expect(value, value.isBoolean(), ExpectedType.BOOLEAN);
            case Shape.Decimal _ -> expect(value, isFinite(value), ExpectedType.NUMBER);
            case Shape.Whole whole -> whole(value, whole);
            case Shape.Moment _ -> expect(value, isMoment(value), ExpectedType.TIMESTAMP);
            case Shape.Blob _ -> expect(value, isBlob(value), ExpectedType.BYTES);
        };
    }

    private ArrayNode sequence(JsonNode list, Shape.Sequence shape) {
        Shape element = shape.element().get();
        ArrayNode copy = NODES.arrayNode(list.size());
        int index = 0;
        for (JsonNode item : list) {
            if (!item.isNull()) {
                path.addLast(new Step.Element(index));
                copy.add(value(item, element));
                path.removeLast();
            }
            index++;
        }
        return copy;
    }

    private ObjectNode mapping(JsonNode map, Shape.Mapping shape) {
        Shape value = shape.value().get();
        ObjectNode copy = NODES.objectNode();
        for (var entry : map.properties()) {
            if (!entry.getValue().isNull()) {
                path.addLast(new Step.Key(entry.getKey()));
                copy.set(entry.getKey(), value(entry.getValue(), value));
                path.removeLast();
            }
        }
        return copy;
    }

    private JsonNode whole(JsonNode value, Shape.Whole shape) {
        boolean fits = value.isNumber()
                && value.doubleValue() == Math.rint(value.doubleValue())
                && (shape.wide() ? value.canConvertToLong() : value.canConvertToInt());
        expect(value, fits, shape.wide() ? ExpectedType.LONG : ExpectedType.INTEGER);
        return value.isIntegralNumber() ? value : NODES.numberNode(value.asLong());
    }

    private static boolean isFinite(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue());
    }

    private static boolean isMoment(JsonNode value) {
        return (value.isNumber() || value.isString()) && succeeds(() -> Timestamps.read(value) != null);
    }

    private static boolean isBlob(JsonNode value) {
        return value.isBinary() || (value.isString() && succeeds(() -> value.binaryValue() != null));
    }

    private static boolean succeeds(BooleanSupplier conversion) {
        try {
            return conversion.getAsBoolean();
        } catch (DateTimeException | ArithmeticException | NumberFormatException | JacksonException notSo) {
            return false;
        }
    }

    private JsonNode expect(JsonNode value, boolean fits, ExpectedType expected) {
        if (!fits) {
            throw new WrongTypeException(List.copyOf(path), expected);
        }
        return value;
    }
}
