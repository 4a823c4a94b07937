// SPDX-License-Identifier: Apache-2.0
/**
 * MQTT over WebSocket: from the HTTP request that asks for it to frames that carry packets.
 *
 * <p>Start with {@code MqttUpgrade}. Who signed the request is found out elsewhere, behind {@code SignedCallers}.
 */
@NullMarked
package io.fleetward.edge.websocket;

import org.jspecify.annotations.NullMarked;
