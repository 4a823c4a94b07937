// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

/** Posts messages to endpoints. Thread-safe. */
@FunctionalInterface
public interface MessageSender {
    /** Posts the message and waits for the answer, but never longer than a deadline of its own; never throws. */
    DeliveryOutcome send(OutgoingMessage message);
}
