// SPDX-License-Identifier: Apache-2.0
/** The device gateway's part of the API: who signed the request that opens MQTT over WebSocket. */
@NullMarked
package io.fleetward.aws.api.gateway;

import org.jspecify.annotations.NullMarked;
