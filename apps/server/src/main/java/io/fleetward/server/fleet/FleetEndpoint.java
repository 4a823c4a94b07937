// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * Where the devices connect to. Immutable.
 *
 * @param host the name the server's certificate must carry
 * @param caFile the authority they trust, and no other
 */
public record FleetEndpoint(InetSocketAddress address, String host, Path caFile) {}
