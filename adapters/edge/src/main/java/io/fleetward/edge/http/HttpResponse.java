// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP response; the edge adds {@code Content-Length}, {@code Date} and connection handling.
 *
 * <p>Immutable by agreement: nobody writes to the body.
 *
 * @param stream takes the place of the body, which is empty then; null for a response that is complete
 */
@SuppressWarnings("ArrayRecordComponent") // responses are never compared
public record HttpResponse(
        int status,
        List<HttpHeader> headers,
        byte[] body,
        @Nullable HttpStream stream) {
    public HttpResponse {
        headers = List.copyOf(headers);
    }

    /** A complete response. */
    public HttpResponse(int status, List<HttpHeader> headers, byte[] body) {
        this(status, headers, body, null);
    }

    /** A response with a short text as its body. */
    public static HttpResponse of(int status, String contentType, String body) {
        return new HttpResponse(
                status, List.of(new HttpHeader("Content-Type", contentType)), body.getBytes(StandardCharsets.UTF_8));
    }

    /** A refusal in the form of the AWS JSON protocols; the texts are ours and need no escaping. */
    public static HttpResponse error(int status, String type, String message) {
        return of(status, "application/json", "{\"message\":\"" + message + "\"}")
                .with(new HttpHeader("x-amzn-ErrorType", type));
    }

    /** The same response with one more header. */
    public HttpResponse with(HttpHeader header) {
        return new HttpResponse(
                status, Stream.concat(headers.stream(), Stream.of(header)).toList(), body, stream);
    }
}
