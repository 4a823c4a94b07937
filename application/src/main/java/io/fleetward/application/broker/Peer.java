// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.identity.Caller;
import io.fleetward.kernel.AccountRegion;
import org.jspecify.annotations.Nullable;

/** Who is at the other end of a connection, as far as its transport tells. Immutable. */
public sealed interface Peer {
    /** The peer's address. */
    String sourceIp();

    /**
     * Whoever holds the key of a certificate.
     *
     * @param certificateId lower-case hexadecimal SHA-256 of the certificate
     * @param serverName the name asked for in the TLS handshake; null when there was none
     * @param scope the account and region that name stands for; null to let the certificate's registration decide
     */
    record Device(
            String certificateId,
            String sourceIp,
            @Nullable String serverName,
            @Nullable AccountRegion scope) implements Peer {}

    /** A caller of the API, who signed the request that opened the connection. */
    record Signed(Caller caller) implements Peer {
        @Override
        public String sourceIp() {
            return caller.sourceIp();
        }
    }

    /** Somebody for whom a custom authorizer is to vouch. */
    record Vouched(String sourceIp) implements Peer {}
}
