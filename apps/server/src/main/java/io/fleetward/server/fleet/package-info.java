// SPDX-License-Identifier: Apache-2.0
/**
 * The demonstration fleet of {@code fleetward up --demo}: devices made through the API, which then live as clients.
 *
 * <p>Start with {@link io.fleetward.server.fleet.DemoFleet}. Nothing here is told to the rest of the server: a device
 * connects over mutual TLS like any other.
 */
@NullMarked
package io.fleetward.server.fleet;

import org.jspecify.annotations.NullMarked;
