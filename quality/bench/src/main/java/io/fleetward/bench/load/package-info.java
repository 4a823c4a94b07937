// SPDX-License-Identifier: Apache-2.0
/**
 * The MQTT load generator: a process of its own that plays a fleet of devices against any broker.
 *
 * <p>Start with {@link io.fleetward.bench.load.MqttLoad}. It shares no code with the product: packets are put together
 * by hand, so that a mistake of the product's codec cannot hide in both.
 */
@NullMarked
package io.fleetward.bench.load;

import org.jspecify.annotations.NullMarked;
