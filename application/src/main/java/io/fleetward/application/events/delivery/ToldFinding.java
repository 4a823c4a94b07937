// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.events.delivery.DeliveryAttempt.Result;
import io.fleetward.hub.finding.FindingKey;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A finding, and what became of an event on its way to one target that tells of it. Immutable.
 *
 * @param eventType the event's detail-type, for example {@code Security Hub Findings - Imported}
 * @param putAt when the bus took the event
 * @param result whether the target took it or it was given up
 * @param detail what the target said or what went wrong
 * @param at when that attempt began
 */
public record ToldFinding(
        FindingKey finding, String eventId, String eventType, Instant putAt, Result result, String detail, Instant at) {
    /** Bounds what one event leaves behind; as many findings go into an event of a custom action. */
    static final int MOST_OF_EVENT = 20;

    /** The hub's own events, which nobody else can put, name their findings. */
    private static final String HUB = "aws.securityhub";

    /** The findings that an event which came to its end told of; none of other events. */
    static List<ToldFinding> of(QueuedEvent event, ObjectNode document, DeliveryAttempt last) {
        if (!document.path("source").asString("").equals(HUB)) {
            return List.of();
        }
        String type = document.path("detail-type").asString("");
        return document.path("detail")
                .path("findings")
                .valueStream()
                .limit(MOST_OF_EVENT)
                .map(ToldFinding::key)
                .map(key ->
                        new ToldFinding(key, event.id(), type, event.putAt(), last.result(), last.detail(), last.at()))
                .toList();
    }

    private static FindingKey key(JsonNode finding) {
        return new FindingKey(
                finding.path("ProductArn").asString(""), finding.path("Id").asString(""));
    }
}
