// SPDX-License-Identifier: Apache-2.0
/**
 * The kinds of targets within this server: notification topics, other buses, MQTT topics, the log.
 *
 * <p>Start at {@code TargetSenders}, which knows all kinds, those outside too.
 */
@NullMarked
package io.fleetward.application.events.sender;

import org.jspecify.annotations.NullMarked;
