// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

/** The sockets the edge listens on. */
public enum Listener {
    /** MQTT over TLS with client certificates. */
    MQTT,
    /** HTTPS. */
    HTTPS,
    /** Plain HTTP on loopback. */
    HTTP,
    /** Plain MQTT on loopback. */
    PLAIN_MQTT
}
