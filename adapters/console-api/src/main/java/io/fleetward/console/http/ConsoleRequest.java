// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.http;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request for the console.
 *
 * <p>Immutable by agreement: nobody writes to the body.
 *
 * @param path still percent-encoded
 * @param query what follows the question mark, still percent-encoded; empty when nothing does
 * @param headers by their names in lower case; the first of each name
 * @param isSecure whether the request came by TLS
 */
@SuppressWarnings("ArrayRecordComponent") // requests are never compared
public record ConsoleRequest(
        String method,
        String path,
        String query,
        Map<String, String> headers,
        byte[] body,
        String sourceIp,
        boolean isSecure) {
    public ConsoleRequest {
        headers = Map.copyOf(headers);
    }

    /** The header of this name, or null. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** Whether the request only looks. */
    public boolean isReading() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
