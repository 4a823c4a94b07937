// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conversions between the values of generated records and JSON nodes.
 *
 * <p>Readers answer null for an absent node and expect nodes that have passed the model's constraints. Writers produce
 * the form that goes over the wire.
 */
public final class Wire {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MILLIS_PER_SECOND = 1000;

    private Wire() {}

    /** An empty object. */
    public static ObjectNode tree() {
        return NODES.objectNode();
    }

    public static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.stringValue();
    }

    public static @Nullable Integer integer(@Nullable JsonNode node) {
        return node == null ? null : node.intValue();
    }

    public static @Nullable Long longInteger(@Nullable JsonNode node) {
        return node == null ? null : node.longValue();
    }

    public static @Nullable Boolean bool(@Nullable JsonNode node) {
        return node == null ? null : node.booleanValue();
    }

    public static @Nullable Double number(@Nullable JsonNode node) {
        return node == null ? null : node.doubleValue();
    }

    /** Epoch seconds, ISO 8601 or an HTTP date. */
    public static @Nullable Instant instant(@Nullable JsonNode node) {
        return node == null ? null : Timestamps.read(node);
    }

    /** Bytes, in base64 when they were part of a JSON text. */
    public static byte @Nullable [] blob(@Nullable JsonNode node) {
        return node == null ? null : node.binaryValue();
    }

    public static @Nullable ObjectNode document(@Nullable JsonNode node) {
        return (ObjectNode) node;
    }

    public static <T> @Nullable T structure(@Nullable JsonNode node, Function<ObjectNode, T> read) {
        return node == null ? null : read.apply((ObjectNode) node);
    }

    public static <T> @Nullable List<T> list(@Nullable JsonNode node, Function<JsonNode, @Nullable T> read) {
        if (node == null) {
            return null;
        }
        var items = new ArrayList<T>(node.size());
        for (JsonNode element : node) {
            T item = read.apply(element);
            if (item != null) {
                items.add(item);
            }
        }
        return Collections.unmodifiableList(items);
    }

    public static <T> @Nullable Map<String, T> map(@Nullable JsonNode node, Function<JsonNode, @Nullable T> read) {
        if (node == null) {
            return null;
        }
        var entries = new LinkedHashMap<String, T>();
        for (var property : node.properties()) {
            T value = read.apply(property.getValue());
            if (value != null) {
                entries.put(property.getKey(), value);
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    /** A list that no longer changes. */
    public static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }

    /** A map that no longer changes and keeps its order. */
    public static <T> @Nullable Map<String, T> copy(@Nullable Map<String, T> map) {
        return map == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    public static JsonNode node(String value) {
        return NODES.stringNode(value);
    }

    public static JsonNode node(Integer value) {
        return NODES.numberNode(value.intValue());
    }

    public static JsonNode node(Long value) {
        return NODES.numberNode(value.longValue());
    }

    public static JsonNode node(Boolean value) {
        return NODES.booleanNode(value);
    }

    public static JsonNode node(Double value) {
        return NODES.numberNode(value.doubleValue());
    }

    public static JsonNode node(byte[] value) {
        return NODES.binaryNode(value);
    }

    /** Epoch seconds with three decimals where there are any, the form of {@code iot} and {@code events}. */
    public static JsonNode epochNode(Instant value) {
        long millis = value.toEpochMilli();
        return millis % MILLIS_PER_SECOND == 0
                ? NODES.numberNode(millis / MILLIS_PER_SECOND)
                : NODES.numberNode(BigDecimal.valueOf(millis, 3));
    }

    /** ISO 8601 in UTC with three decimals, the form of {@code securityhub} and of the query services. */
    public static JsonNode isoNode(Instant value) {
        return NODES.stringNode(Timestamps.iso(value));
    }

    public static <T> ArrayNode array(List<T> items, Function<T, JsonNode> write) {
        ArrayNode array = NODES.arrayNode(items.size());
        for (T item : items) {
            array.add(write.apply(item));
        }
        return array;
    }

    public static <T> ObjectNode object(Map<String, T> entries, Function<T, JsonNode> write) {
        ObjectNode object = NODES.objectNode();
        entries.forEach((key, value) -> object.set(key, write.apply(value)));
        return object;
    }
}
