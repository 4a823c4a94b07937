// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.detect.metric.ComparisonOperator;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.Metrics;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a behavior, the same in stored documents, notifications and the API. */
public final class BehaviorJson {
    private BehaviorJson() {}

    public static ObjectNode write(Behavior behavior) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", behavior.name()).put("metric", behavior.metric().name());
        ObjectNode criteria = json.putObject("criteria");
        switch (behavior.criteria()) {
            case StaticCriteria fixed -> {
                criteria.put("comparisonOperator", fixed.operator().wireName());
                criteria.set("value", MetricValueJson.write(fixed.value()));
            }
        }
        if (behavior.criteria().durationSeconds() != null) {
            criteria.put("durationSeconds", behavior.criteria().durationSeconds());
        }
        criteria.put("consecutiveDatapointsToAlarm", behavior.datapointsToAlarm());
        criteria.put("consecutiveDatapointsToClear", behavior.datapointsToClear());
        if (behavior.suppressAlerts() != null) {
            json.put("suppressAlerts", behavior.suppressAlerts());
        }
        if (behavior.exportMetric() != null) {
            json.put("exportMetric", behavior.exportMetric());
        }
        return json;
    }

    /** Reads back what {@link #write} wrote. */
    public static Behavior read(JsonNode json) {
        JsonNode criteria = json.get("criteria");
        return new Behavior(
                json.get("name").stringValue(),
                metric(json.get("metric").stringValue()),
                new StaticCriteria(
                        operator(criteria.get("comparisonOperator").stringValue()),
                        MetricValueJson.read(criteria.get("value")),
                        integer(criteria, "durationSeconds")),
                criteria.get("consecutiveDatapointsToAlarm").intValue(),
                criteria.get("consecutiveDatapointsToClear").intValue(),
                bool(json, "suppressAlerts"),
                bool(json, "exportMetric"));
    }

    private static Metric metric(String name) {
        Metric metric = Metrics.find(name);
        if (metric == null) {
            throw new IllegalStateException("a stored behavior measures an unknown metric: " + name);
        }
        return metric;
    }

    private static ComparisonOperator operator(String wireName) {
        ComparisonOperator operator = ComparisonOperator.ofWireName(wireName);
        if (operator == null) {
            throw new IllegalStateException("a stored behavior compares by an unknown operator: " + wireName);
        }
        return operator;
    }

    private static @Nullable Integer integer(JsonNode json, String member) {
        JsonNode value = json.get(member);
        return value == null ? null : value.intValue();
    }

    private static @Nullable Boolean bool(JsonNode json, String member) {
        JsonNode value = json.get(member);
        return value == null ? null : value.booleanValue();
    }
}
