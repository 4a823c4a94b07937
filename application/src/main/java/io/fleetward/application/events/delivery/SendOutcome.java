// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

/** What sending an event to a target came to. Immutable. */
public sealed interface SendOutcome {
    /** The target took it. */
    record Delivered(String detail) implements SendOutcome {}

    /** It may work later. */
    record Failed(String code, String reason) implements SendOutcome {}

    /** Trying again would not help. */
    record Refused(String code, String reason) implements SendOutcome {}
}
