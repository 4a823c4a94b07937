// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import io.fleetward.kernel.AccountRegion;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An event as patterns see it and targets get it (hub, sections 8 and 12.1). */
public final class EventEnvelope {
    /** What one event may measure, in bytes (hub, event bus API). */
    public static final int MOST_BYTES = 256 * 1024;

    private EventEnvelope() {}

    /** The JSON text of the event; the id is a UUID. */
    public static String text(AccountRegion scope, String id, BusEvent event) {
        return document(scope, id, event).toString();
    }

    /** The event, whose detail is not copied; the id is a UUID. */
    public static ObjectNode document(AccountRegion scope, String id, BusEvent event) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("version", "0");
        envelope.put("id", id);
        envelope.put("detail-type", event.detailType());
        envelope.put("source", event.source());
        envelope.put("account", scope.account().value());
        envelope.put("time", event.time().truncatedTo(ChronoUnit.SECONDS).toString());
        envelope.put("region", scope.region().value());
        ArrayNode resources = envelope.putArray("resources");
        event.resources().forEach(resources::add);
        envelope.set("detail", event.detail());
        return envelope;
    }
}
