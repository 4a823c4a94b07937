// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.metric.ComparisonOperator;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Metrics;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a behavior, the same in stored documents, notifications and the API. */
public final class BehaviorJson {
    private static final String LEARNED = "mlDetectionConfig";

    private BehaviorJson() {}

    public static ObjectNode write(Behavior behavior) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", behavior.name()).put("metric", behavior.metric().name());
        MetricDimension dimension = behavior.measurand().dimension();
        if (dimension != null) {
            json.putObject("metricDimension")
                    .put("dimensionName", dimension.name())
                    .put("operator", dimension.operator().name());
        }
        ObjectNode criteria = json.putObject("criteria");
        switch (behavior.criteria()) {
            case StaticCriteria fixed -> {
                criteria.put("comparisonOperator", fixed.operator().wireName());
                criteria.set("value", MetricValueJson.write(fixed.value()));
            }
            case StatisticalCriteria statistical -> {
                criteria.put("comparisonOperator", statistical.operator().wireName());
                criteria.putObject("statisticalThreshold")
                        .put("statistic", statistical.statistic().wireName());
            }
            case LearnedCriteria learned ->
                criteria.putObject(LEARNED)
                        .put("confidenceLevel", learned.confidence().name());
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

    /**
     * Reads back what {@link #write} wrote, also when a metric or dimension that it names is long gone: the type of a
     * metric that users define shows in what it is compared with.
     */
    public static Behavior read(JsonNode json) {
        JsonNode sent = json.get("criteria");
        Criteria criteria = criteria(sent);
        return new Behavior(
                json.get("name").stringValue(),
                new Measurand(metric(json.get("metric").stringValue(), kind(criteria)), dimension(json)),
                criteria,
                sent.get("consecutiveDatapointsToAlarm").intValue(),
                sent.get("consecutiveDatapointsToClear").intValue(),
                bool(json, "suppressAlerts"),
                bool(json, "exportMetric"));
    }

    private static MetricValue.Kind kind(Criteria criteria) {
        return switch (criteria) {
            case StaticCriteria fixed -> fixed.value().kind();
            case StatisticalCriteria _, LearnedCriteria _ -> MetricValue.Kind.NUMBER;
        };
    }

    private static Criteria criteria(JsonNode json) {
        JsonNode learned = json.get(LEARNED);
        if (learned != null) {
            return new LearnedCriteria(
                    ConfidenceLevel.valueOf(learned.get("confidenceLevel").stringValue()));
        }
        ComparisonOperator operator = operator(json.get("comparisonOperator").stringValue());
        JsonNode threshold = json.get("statisticalThreshold");
        if (threshold == null) {
            return new StaticCriteria(
                    operator, MetricValueJson.read(json.get("value")), integer(json, "durationSeconds"));
        }
        String name = threshold.get("statistic").stringValue();
        Statistic statistic = Statistic.ofWireName(name);
        if (statistic == null) {
            throw new IllegalStateException("a stored behavior compares with an unknown statistic: " + name);
        }
        return new StatisticalCriteria(
                operator, statistic, json.get("durationSeconds").intValue());
    }

    private static Metric metric(String name, MetricValue.Kind kind) {
        Metric metric = Metrics.of(name, kind);
        if (metric == null) {
            throw new IllegalStateException("a stored behavior measures an unknown metric: " + name);
        }
        return metric;
    }

    private static @Nullable MetricDimension dimension(JsonNode json) {
        JsonNode dimension = json.get("metricDimension");
        return dimension == null
                ? null
                : new MetricDimension(
                        dimension.get("dimensionName").stringValue(),
                        DimensionOperator.valueOf(dimension.get("operator").stringValue()));
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
