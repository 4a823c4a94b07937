// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.kernel.AccountRegion;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection, as far as its transport tells. Immutable.
 *
 * @param certificateId lower-case hexadecimal SHA-256 of the client's certificate
 * @param sourceIp the peer's address
 * @param serverName the name asked for in the TLS handshake; null when there was none
 * @param scope the account and region that name stands for; null to let the certificate's registration decide
 */
public record Peer(
        String certificateId,
        String sourceIp,
        @Nullable String serverName,
        @Nullable AccountRegion scope) {}
