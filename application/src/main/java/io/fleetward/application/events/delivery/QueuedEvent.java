// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event that a bus took. Immutable.
 *
 * @param id the event's own, a UUID
 * @param text its JSON, as targets get it
 * @param hops how many buses handed it on before
 * @param putAt when the bus took it
 */
public record QueuedEvent(AccountRegion scope, String bus, String id, String text, int hops, Instant putAt) {
    /** A bus hands an event on no further than this, so that buses that are targets of each other come to rest. */
    public static final int MOST_HOPS = 4;

    /** The event as patterns see it, read anew. */
    public ObjectNode document() {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }
}
