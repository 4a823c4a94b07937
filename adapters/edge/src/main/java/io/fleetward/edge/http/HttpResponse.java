// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A complete HTTP response; the edge adds {@code Content-Length}, {@code Date} and connection handling.
 *
 * <p>Immutable by agreement: nobody writes to the body.
 */
@SuppressWarnings("ArrayRecordComponent") // responses are never compared
public record HttpResponse(int status, List<HttpHeader> headers, byte[] body) {
    public HttpResponse {
        headers = List.copyOf(headers);
    }

    /** A response with a short text as its body. */
    public static HttpResponse of(int status, String contentType, String body) {
        return new HttpResponse(
                status, List.of(new HttpHeader("Content-Type", contentType)), body.getBytes(StandardCharsets.UTF_8));
    }
}
