// SPDX-License-Identifier: Apache-2.0
/** The command {@code fleetward simulate}: a fleet of devices over real MQTT, and what it was told apart by. */
@NullMarked
package io.fleetward.simulator;

import org.jspecify.annotations.NullMarked;
