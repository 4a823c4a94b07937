// SPDX-License-Identifier: Apache-2.0
/**
 * MQTT 3.1.1 and 5 on a channel: bytes to packets, packets to calls of the broker, and back.
 *
 * <p>Start with {@code MqttChannel}. What a packet means is the broker's affair.
 */
@NullMarked
package io.fleetward.edge.mqtt;

import org.jspecify.annotations.NullMarked;
