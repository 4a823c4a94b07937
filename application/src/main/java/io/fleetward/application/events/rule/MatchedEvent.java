// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event, and the rule that picked it. Immutable but for the document, which nobody changes.
 *
 * @param text the event's JSON
 * @param putAt when the bus took it
 */
public record MatchedEvent(EventRule rule, String text, ObjectNode document, Instant putAt) {
    /** Reads the text, the JSON object of an event. */
    public static MatchedEvent of(EventRule rule, String text, Instant putAt) {
        return new MatchedEvent(rule, text, (ObjectNode) JsonMapper.shared().readTree(text), putAt);
    }
}
