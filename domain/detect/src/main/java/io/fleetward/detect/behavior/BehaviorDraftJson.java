// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.detect.behavior.BehaviorDraft.CriteriaDraft;
import io.fleetward.detect.behavior.BehaviorDraft.DimensionDraft;
import io.fleetward.detect.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads behaviors as people write them into the file of a security profile. Unknown members are ignored; whether the
 * behaviors make sense is for {@link BehaviorRules} to say.
 */
public final class BehaviorDraftJson {
    private BehaviorDraftJson() {}

    /**
     * The behaviors of the profile.
     *
     * @throws IllegalArgumentException naming the member that is of another type than it has to be
     */
    public static List<BehaviorDraft> read(JsonNode profile) {
        JsonNode behaviors = profile.path("behaviors");
        if (!behaviors.isArray()) {
            throw new IllegalArgumentException("behaviors must be a list");
        }
        var drafts = new ArrayList<BehaviorDraft>();
        for (JsonNode behavior : behaviors) {
            drafts.add(new Reader("behaviors[" + drafts.size() + "]", behavior).behavior());
        }
        return drafts;
    }

    /** Reads the members of one object, which is called so in messages. */
    private record Reader(String path, JsonNode object) {
        Reader {
            if (!object.isObject()) {
                throw new IllegalArgumentException(path + " must be an object");
            }
        }

        BehaviorDraft behavior() {
            Reader dimension = inside("metricDimension");
            Reader criteria = inside("criteria");
            return new BehaviorDraft(
                    text("name"),
                    text("metric"),
                    dimension == null
                            ? null
                            : new DimensionDraft(dimension.text("dimensionName"), dimension.text("operator")),
                    criteria == null ? null : criteria.criteria(),
                    flag("suppressAlerts"),
                    flag("exportMetric"));
        }

        private CriteriaDraft criteria() {
            Reader value = inside("value");
            Reader statistical = inside("statisticalThreshold");
            Reader learned = inside("mlDetectionConfig");
            return new CriteriaDraft(
                    text("comparisonOperator"),
                    value == null ? null : value.values(),
                    whole("durationSeconds"),
                    whole("consecutiveDatapointsToAlarm"),
                    whole("consecutiveDatapointsToClear"),
                    statistical == null ? null : orEmpty(statistical.text("statistic")),
                    learned == null ? null : orEmpty(learned.text("confidenceLevel")));
        }

        private List<MetricValue> values() {
            var values = new ArrayList<MetricValue>();
            JsonNode count = member("count", JsonNode::isIntegralNumber, "a whole number");
            JsonNode number = member("number", JsonNode::isNumber, "a number");
            if (count != null) {
                values.add(new MetricValue.Count(count.longValue()));
            }
            if (number != null) {
                values.add(new MetricValue.Numeric(number.doubleValue()));
            }
            add(values, list("cidrs", JsonNode::isString, JsonNode::stringValue), MetricValue.Cidrs::new);
            add(values, list("ports", JsonNode::canConvertToInt, JsonNode::intValue), MetricValue.Ports::new);
            add(values, list("numbers", JsonNode::isNumber, JsonNode::doubleValue), MetricValue.Numbers::new);
            add(values, list("strings", JsonNode::isString, JsonNode::stringValue), MetricValue.Strings::new);
            return values;
        }

        private static <T> void add(
                List<MetricValue> values, @Nullable List<T> elements, Function<List<T>, MetricValue> as) {
            if (elements != null) {
                values.add(as.apply(elements));
            }
        }

        private <T> @Nullable List<T> list(String name, Predicate<JsonNode> isFit, Function<JsonNode, T> read) {
            JsonNode list = member(name, JsonNode::isArray, "a list");
            if (list == null) {
                return null;
            }
            var elements = new ArrayList<T>();
            for (JsonNode element : list) {
                if (!isFit.test(element)) {
                    throw wrong(name + "[" + elements.size() + "]", "of the type of its list");
                }
                elements.add(read.apply(element));
            }
            return elements;
        }

        private @Nullable Reader inside(String name) {
            JsonNode value = member(name, JsonNode::isObject, "an object");
            return value == null ? null : new Reader(path + "." + name, value);
        }

        private @Nullable String text(String name) {
            JsonNode value = member(name, JsonNode::isString, "a text");
            return value == null ? null : value.stringValue();
        }

        private @Nullable Integer whole(String name) {
            JsonNode value = member(name, node -> node.isIntegralNumber() && node.canConvertToInt(), "a whole number");
            return value == null ? null : value.intValue();
        }

        private @Nullable Boolean flag(String name) {
            JsonNode value = member(name, JsonNode::isBoolean, "true or false");
            return value == null ? null : value.booleanValue();
        }

        private @Nullable JsonNode member(String name, Predicate<JsonNode> isFit, String wanted) {
            JsonNode value = object.path(name);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            if (!isFit.test(value)) {
                throw wrong(name, wanted);
            }
            return value;
        }

        private IllegalArgumentException wrong(String name, String wanted) {
            return new IllegalArgumentException(path + "." + name + " must be " + wanted);
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
