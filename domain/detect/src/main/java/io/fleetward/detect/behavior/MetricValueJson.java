// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.detect.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a metric value, the same in documents, notifications and the API. */
public final class MetricValueJson {
    private MetricValueJson() {}

    /** An object with one member. */
    public static ObjectNode write(MetricValue value) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String member = value.kind().wireName();
        switch (value) {
            case MetricValue.Count count -> json.put(member, count.value());
            case MetricValue.Numeric number -> json.put(member, number.value());
            case MetricValue.Cidrs cidrs -> strings(json.putArray(member), cidrs.values());
            case MetricValue.Ports ports -> ports.values().forEach(json.putArray(member)::add);
            case MetricValue.Numbers numbers -> numbers.values().forEach(json.putArray(member)::add);
            case MetricValue.Strings strings -> strings(json.putArray(member), strings.values());
        }
        return json;
    }

    /** Reads back what {@link #write} wrote. */
    public static MetricValue read(JsonNode json) {
        String member = json.propertyNames().iterator().next();
        JsonNode value = json.get(member);
        return switch (member) {
            case "count" -> new MetricValue.Count(value.longValue());
            case "number" -> new MetricValue.Numeric(value.doubleValue());
            case "cidrs" -> new MetricValue.Cidrs(list(value, JsonNode::stringValue));
            case "ports" -> new MetricValue.Ports(list(value, JsonNode::intValue));
            case "numbers" -> new MetricValue.Numbers(list(value, JsonNode::doubleValue));
            case "strings" -> new MetricValue.Strings(list(value, JsonNode::stringValue));
            default -> throw new IllegalStateException("no such kind of metric value: " + member);
        };
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        var values = new ArrayList<T>();
        array.forEach(element -> values.add(read.apply(element)));
        return values;
    }
}
