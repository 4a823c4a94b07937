// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * One attempt to deliver an event. Immutable.
 *
 * @param number the how manieth attempt it was, from 1; 0 when the event was given up without one
 * @param detail what the target said or what went wrong
 */
public record DeliveryAttempt(String eventId, int number, Result result, String detail, Instant at, Duration duration) {
    /** What it came to. */
    public enum Result {
        DELIVERED,
        /** To be tried again. */
        FAILED,
        /** Given up: now a dead letter. */
        DEAD
    }
}
