// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.websocket;

import io.fleetward.edge.http.HttpHeader;
import io.fleetward.edge.http.HttpRequest;
import io.fleetward.edge.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The opening handshake of a WebSocket for MQTT (RFC 6455, section 4.2; MQTT 5, section 6).
 *
 * <p>The key of the client is not judged: there are device SDKs whose keys are far longer than they should be.
 */
final class WebSocketHandshake {
    private static final String VERSION = "13";
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final List<String> PROTOCOLS = List.of("mqtt", "mqttv3.1");

    private WebSocketHandshake() {}

    static boolean isAskedFor(HttpRequest request) {
        return tokens(request, "upgrade").anyMatch("websocket"::equalsIgnoreCase);
    }

    /** How a request that cannot be granted whoever sends it is answered; null when it is right. */
    static @Nullable HttpResponse problem(HttpRequest request) {
        if (!request.method().equals("GET")) {
            return malformed("a WebSocket is opened with GET");
        }
        if (tokens(request, "connection").noneMatch("upgrade"::equalsIgnoreCase)) {
            return malformed("the header Connection must name the upgrade");
        }
        if (key(request).isEmpty()) {
            return malformed("the header Sec-WebSocket-Key is missing");
        }
        if (!VERSION.equals(request.header("sec-websocket-version"))) {
            return HttpResponse.error(426, "InvalidRequestException", "the WebSocket version must be " + VERSION)
                    .with(new HttpHeader("Sec-WebSocket-Version", VERSION));
        }
        return protocol(request) == null ? malformed("the WebSocket sub-protocol must be mqtt") : null;
    }

    /** The headers that grant a request without problem; spelled as the pickiest client reads them. */
    static List<HttpHeader> answer(HttpRequest request) {
        return List.of(
                new HttpHeader("upgrade", "websocket"),
                new HttpHeader("connection", "Upgrade"),
                new HttpHeader("sec-websocket-accept", accept(key(request))),
                new HttpHeader("sec-websocket-protocol", String.valueOf(protocol(request))));
    }

    private static @Nullable String protocol(HttpRequest request) {
        return tokens(request, "sec-websocket-protocol")
                .filter(PROTOCOLS::contains)
                .findFirst()
                .orElse(null);
    }

    private static String key(HttpRequest request) {
        String key = request.header("sec-websocket-key");
        return key == null ? "" : key.strip();
    }

    private static String accept(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-1", missing);
        }
    }

    private static Stream<String> tokens(HttpRequest request, String name) {
        return request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .flatMap(header -> Arrays.stream(header.value().split(",", -1)))
                .map(String::strip);
    }

    private static HttpResponse malformed(String why) {
        return HttpResponse.error(400, "InvalidRequestException", why);
    }
}
