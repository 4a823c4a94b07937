// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import java.time.Instant;

/**
 * An event that one target has still to get. Immutable.
 *
 * @param sequence its place among all deliveries
 * @param attempts how often that failed
 */
public record TargetDelivery(long sequence, TargetLane lane, QueuedEvent event, int attempts) {
    /** When the bus took the event. */
    public Instant putAt() {
        return event.putAt();
    }
}
