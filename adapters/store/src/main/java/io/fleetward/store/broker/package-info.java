// SPDX-License-Identifier: Apache-2.0
/** Tables of MQTT sessions, of the messages that wait for them, and of retained messages. */
@NullMarked
package io.fleetward.store.broker;

import org.jspecify.annotations.NullMarked;
