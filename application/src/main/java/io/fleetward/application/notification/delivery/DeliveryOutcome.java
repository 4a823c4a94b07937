// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

/** How an attempt to deliver ended. Immutable. */
public sealed interface DeliveryOutcome {
    /** The endpoint has the message. */
    record Delivered() implements DeliveryOutcome {}

    /** It never will: it does not want the message, or the operator does not want it to have it. */
    record Refused(String reason) implements DeliveryOutcome {}

    /** It may have it another time. */
    record Failed(String reason) implements DeliveryOutcome {}
}
