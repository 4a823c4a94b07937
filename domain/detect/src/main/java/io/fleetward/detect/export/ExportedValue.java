// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.export;

import io.fleetward.detect.behavior.MetricValueJson;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.metric.DisconnectDurationMetric;
import io.fleetward.detect.metric.MessageByteSizeMetric;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.MetricSample;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form that a value has among others in a message: what was counted as its sum, message sizes as three entries,
 * the time for which a device was gone in seconds, everything else as it is.
 */
final class ExportedValue {
    private static final int SECONDS_PER_MINUTE = 60;

    private ExportedValue() {}

    static List<ObjectNode> of(MetricSample sample) {
        return switch (sample.measurand().metric()) {
            case MessageByteSizeMetric _ -> sizes(sample, sample.gathered().tally());
            case DisconnectDurationMetric _ ->
                List.of(entry(sample, count(sample.gathered().tally().latest() * SECONDS_PER_MINUTE)));
            default -> List.of(entry(sample, sample.value()));
        };
    }

    private static List<ObjectNode> sizes(MetricSample sample, Tally sizes) {
        return List.of(
                entry(sample, count(sizes.minimum())).put("statistic", "min"),
                entry(sample, count(sizes.maximum())).put("statistic", "max"),
                entry(sample, count(sizes.sum())).put("statistic", "total"));
    }

    private static MetricValue count(double value) {
        return new MetricValue.Count((long) value);
    }

    private static ObjectNode entry(MetricSample sample, MetricValue value) {
        ObjectNode entry = JsonNodeFactory.instance
                .objectNode()
                .put("name", sample.measurand().metric().name())
                .put("thing", sample.device().name());
        entry.set("value", MetricValueJson.write(value));
        entry.put("version", 1).put("timestamp", sample.at());
        MetricDimension dimension = sample.measurand().dimension();
        if (dimension != null) {
            entry.putObject("dimension")
                    .put("name", dimension.name())
                    .put("operator", dimension.operator().name());
        }
        return entry;
    }
}
