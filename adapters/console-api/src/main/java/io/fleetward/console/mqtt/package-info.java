// SPDX-License-Identifier: Apache-2.0
/** MQTT over WebSocket for whoever is signed in. */
@NullMarked
package io.fleetward.console.mqtt;

import org.jspecify.annotations.NullMarked;
