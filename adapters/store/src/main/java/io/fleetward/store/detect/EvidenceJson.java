// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.behavior.MetricValueJson;
import io.fleetward.detect.behavior.Statistic;
import io.fleetward.detect.evaluate.Threshold;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document of what an alarm was raised by. */
final class EvidenceJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private EvidenceJson() {}

    static @Nullable String write(@Nullable Evidence evidence) {
        if (evidence == null) {
            return null;
        }
        ObjectNode json = MAPPER.createObjectNode();
        json.set("value", MetricValueJson.write(evidence.value()));
        json.put("from", evidence.from().toEpochMilli()).put("to", evidence.to().toEpochMilli());
        Threshold threshold = evidence.threshold();
        if (threshold != null) {
            json.put("statistic", threshold.statistic().name())
                    .put("threshold", threshold.value())
                    .put("population", threshold.population());
        }
        return json.toString();
    }

    static @Nullable Evidence read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        JsonNode json = MAPPER.readTree(text);
        JsonNode statistic = json.get("statistic");
        return new Evidence(
                MetricValueJson.read(json.get("value")),
                Instant.ofEpochMilli(json.get("from").longValue()),
                Instant.ofEpochMilli(json.get("to").longValue()),
                statistic == null
                        ? null
                        : new Threshold(
                                Statistic.valueOf(statistic.stringValue()),
                                json.get("threshold").doubleValue(),
                                json.get("population").longValue()));
    }
}
