// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.behavior.MetricValueJson;
import io.fleetward.detect.behavior.Statistic;
import io.fleetward.detect.evaluate.Expectation;
import io.fleetward.detect.evaluate.Threshold;
import io.fleetward.detect.evaluate.Yardstick;
import io.fleetward.detect.learned.Judgement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document of what an alarm was raised by. */
final class EvidenceJson {
    private static final String EXPECTATION = "expectation";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private EvidenceJson() {}

    static @Nullable String write(@Nullable Evidence evidence) {
        if (evidence == null) {
            return null;
        }
        ObjectNode json = MAPPER.createObjectNode();
        json.set("value", MetricValueJson.write(evidence.value()));
        json.put("from", evidence.from().toEpochMilli()).put("to", evidence.to().toEpochMilli());
        switch (evidence.yardstick()) {
            case Threshold threshold ->
                json.put("statistic", threshold.statistic().name())
                        .put("threshold", threshold.value())
                        .put("population", threshold.population());
            case Expectation expectation -> json.set(EXPECTATION, write(expectation));
            case null -> {}
        }
        return json.toString();
    }

    static @Nullable Evidence read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        JsonNode json = MAPPER.readTree(text);
        return new Evidence(
                MetricValueJson.read(json.get("value")),
                Instant.ofEpochMilli(json.get("from").longValue()),
                Instant.ofEpochMilli(json.get("to").longValue()),
                yardstick(json));
    }

    private static @Nullable Yardstick yardstick(JsonNode json) {
        JsonNode statistic = json.get("statistic");
        if (statistic != null) {
            return new Threshold(
                    Statistic.valueOf(statistic.stringValue()),
                    json.get("threshold").doubleValue(),
                    json.get("population").longValue());
        }
        JsonNode expectation = json.get(EXPECTATION);
        return expectation == null ? null : expectation(expectation);
    }

    private static ObjectNode write(Expectation expectation) {
        Judgement judgement = expectation.judgement();
        return MAPPER.createObjectNode()
                .put("version", expectation.version())
                .put("probability", judgement.tailProbability())
                .put("observed", judgement.observed())
                .put("low", judgement.expectedLow())
                .put("high", judgement.expectedHigh())
                .put("at", judgement.at().toEpochMilli())
                .put("source", judgement.source().name())
                .put("cause", judgement.cause().name())
                .put("share", judgement.share())
                .put("ripeness", judgement.ripeness());
    }

    private static Expectation expectation(JsonNode json) {
        return new Expectation(
                new Judgement(
                        json.get("probability").doubleValue(),
                        json.get("observed").doubleValue(),
                        json.get("low").doubleValue(),
                        json.get("high").doubleValue(),
                        Instant.ofEpochMilli(json.get("at").longValue()),
                        Judgement.Source.valueOf(json.get("source").stringValue()),
                        Judgement.Cause.valueOf(json.get("cause").stringValue()),
                        json.get("share").doubleValue(),
                        json.get("ripeness").doubleValue()),
                json.get("version").longValue());
    }
}
