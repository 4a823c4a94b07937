// SPDX-License-Identifier: Apache-2.0
/** What travels: an application message with its MQTT 5 properties, the same for every protocol version. */
@NullMarked
package io.fleetward.broker.message;

import org.jspecify.annotations.NullMarked;
