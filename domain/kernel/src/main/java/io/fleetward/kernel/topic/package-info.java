// SPDX-License-Identifier: Apache-2.0
/** MQTT topic names and topic filters: their rules, and whether one matches the other. */
@NullMarked
package io.fleetward.kernel.topic;

import org.jspecify.annotations.NullMarked;
