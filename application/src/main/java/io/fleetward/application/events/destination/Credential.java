// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

/** A text that is shown to nobody. Immutable. */
public record Credential(String value) {
    @Override
    public String toString() {
        return "Credential[hidden]";
    }
}
