// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.mqtt;

/** What the protocol below MQTT, where there is one, tells of the client. */
public enum TransportEvent {
    /** It ends the connection in good order. */
    GOOD_BYE,
    /** It broke the rules of that protocol. */
    RULES_BROKEN
}
