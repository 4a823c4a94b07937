// SPDX-License-Identifier: Apache-2.0
/**
 * The server as a program: command line, configuration, and the wiring of everything, readable from top to bottom.
 *
 * <p>Start with {@link io.fleetward.server.Fleetward}; {@code Server} puts the parts together, one {@code …Assembly}
 * per adapter.
 */
@NullMarked
package io.fleetward.server;

import org.jspecify.annotations.NullMarked;
