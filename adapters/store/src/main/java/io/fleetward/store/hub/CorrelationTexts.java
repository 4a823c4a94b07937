// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.hub.correlation.CorrelationOutcome;
import io.fleetward.hub.correlation.CorrelationPart;
import io.fleetward.hub.correlation.CorrelationQuestion;
import io.fleetward.hub.correlation.EndsWhen;
import io.fleetward.hub.correlation.JoinKey;
import io.fleetward.hub.correlation.Sighting;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.SeverityLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What columns hold of correlations, as JSON. */
final class CorrelationTexts {
    private static final String PARTS = "parts";
    private static final String NAME = "name";
    private static final String FILTERS = "filters";
    private static final String JOINED_BY = "joinedBy";
    private static final String WITHIN = "withinSeconds";
    private static final String IS_ORDERED = "isOrdered";
    private static final String ENDS_WHEN = "endsWhen";
    private static final String TITLE = "title";
    private static final String SEVERITY = "severity";
    private static final String TYPES = "types";
    private static final String PART = "part";
    private static final String PRODUCT_ARN = "productArn";
    private static final String ID = "id";
    private static final String SINCE = "since";
    private static final String SEEN = "seen";
    private static final String IS_LIVE = "isLive";

    private CorrelationTexts() {}

    static String text(CorrelationQuestion question) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode parts = json.putArray(PARTS);
        question.parts()
                .forEach(part -> parts.addObject().put(NAME, part.name()).set(FILTERS, part.filters()));
        return json.put(JOINED_BY, question.joinedBy().name())
                .put(WITHIN, question.within().toSeconds())
                .put(IS_ORDERED, question.isOrdered())
                .put(ENDS_WHEN, question.endsWhen().name())
                .toString();
    }

    static CorrelationQuestion question(String text) {
        ObjectNode json = StoredJson.object(text);
        return new CorrelationQuestion(
                json.path(PARTS)
                        .valueStream()
                        .map(part ->
                                new CorrelationPart(part.path(NAME).stringValue(), (ObjectNode) part.path(FILTERS)))
                        .toList(),
                JoinKey.valueOf(json.path(JOINED_BY).stringValue()),
                Duration.ofSeconds(json.path(WITHIN).longValue()),
                json.path(IS_ORDERED).booleanValue(),
                EndsWhen.valueOf(json.path(ENDS_WHEN).stringValue()));
    }

    static String text(CorrelationOutcome outcome) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put(TITLE, outcome.title())
                .put(SEVERITY, outcome.severity().name());
        outcome.types().forEach(json.putArray(TYPES)::add);
        return json.toString();
    }

    static CorrelationOutcome outcome(String text) {
        ObjectNode json = StoredJson.object(text);
        return new CorrelationOutcome(
                json.path(TITLE).stringValue(),
                SeverityLabel.valueOf(json.path(SEVERITY).stringValue()),
                json.path(TYPES).valueStream().map(JsonNode::stringValue).toList());
    }

    static String text(List<Sighting> sightings) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Sighting sighting : sightings) {
            json.addObject()
                    .put(PART, sighting.part())
                    .put(PRODUCT_ARN, sighting.finding().productArn())
                    .put(ID, sighting.finding().id())
                    .put(SINCE, sighting.since().toEpochMilli())
                    .put(SEEN, sighting.seen().toEpochMilli())
                    .put(IS_LIVE, sighting.isLive());
        }
        return json.toString();
    }

    static List<Sighting> sightings(String text) {
        return JsonMapper.shared()
                .readTree(text)
                .valueStream()
                .map(sighting -> new Sighting(
                        sighting.path(PART).intValue(),
                        new FindingKey(
                                sighting.path(PRODUCT_ARN).stringValue(),
                                sighting.path(ID).stringValue()),
                        Instant.ofEpochMilli(sighting.path(SINCE).longValue()),
                        Instant.ofEpochMilli(sighting.path(SEEN).longValue()),
                        sighting.path(IS_LIVE).booleanValue()))
                .toList();
    }
}
