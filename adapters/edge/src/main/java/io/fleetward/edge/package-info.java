// SPDX-License-Identifier: Apache-2.0
/** The network edge: listeners for MQTT and HTTP, with and without TLS. Start with {@code Edge}. */
@NullMarked
package io.fleetward.edge;

import org.jspecify.annotations.NullMarked;
