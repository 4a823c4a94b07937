// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complete HTTP request.
 *
 * <p>Immutable by agreement: nobody writes to the body.
 *
 * @param target path and query exactly as they stood in the request line, still percent-encoded
 * @param headers in the order they came, repeated names included
 * @param sourceIp the peer's address
 * @param isSecure whether the request came by TLS
 * @param serverName the name asked for in the TLS handshake, null when there was none
 */
@SuppressWarnings("ArrayRecordComponent") // requests are never compared
public record HttpRequest(
        String method,
        String target,
        List<HttpHeader> headers,
        byte[] body,
        String sourceIp,
        boolean isSecure,
        @Nullable String serverName) {
    public HttpRequest {
        headers = List.copyOf(headers);
    }

    /** The first header of this name, or null. */
    public @Nullable String header(String name) {
        for (HttpHeader header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }

    /** The part of the target before the question mark, still percent-encoded. */
    public String rawPath() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** The part of the target after the question mark, still percent-encoded; empty when there is none. */
    public String rawQuery() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }
}
