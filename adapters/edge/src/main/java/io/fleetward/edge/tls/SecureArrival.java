// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.tls;

import org.jspecify.annotations.Nullable;

/**
 * A connection whose TLS handshake is done. Immutable.
 *
 * @param protocol the application protocol agreed on; null for none
 * @param certificateId lower-case hexadecimal SHA-256 of the client's certificate; null when it showed none
 */
public record SecureArrival(
        ClientHello hello,
        @Nullable String protocol,
        @Nullable String certificateId) {}
