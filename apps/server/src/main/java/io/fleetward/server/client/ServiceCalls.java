// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.client;

import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Headers;
import io.fleetward.aws.api.sign.RequestSigner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls one service of a server as any client does. Thread-safe. */
public final class ServiceCalls implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI endpoint;
    private final RequestSigner signer;
    private final String service;

    /** @param service the name that is signed for, for example {@code iot} */
    public ServiceCalls(URI endpoint, RequestSigner signer, String service) {
        this.endpoint = endpoint;
        this.signer = signer;
        this.service = service;
    }

    /** What the service answered. */
    public record Reply(int status, JsonNode body) {
        public boolean isSuccess() {
            return status / 100 == 2;
        }

        public String message() {
            return body.path("message").asString("HTTP status " + status);
        }
    }

    /** One call of a request that is all in its path and body. */
    public Reply call(String method, String target, ObjectNode body) throws IOException, InterruptedException {
        return call(method, target, Map.of(), body);
    }

    /**
     * One call.
     *
     * @param target the path with its query, percent-encoded
     * @param further headers that carry members of the request
     */
    public Reply call(String method, String target, Map<String, String> further, ObjectNode body)
            throws IOException, InterruptedException {
        byte[] payload = body.isEmpty() ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
        var headers = new TreeMap<>(further);
        headers.put("x-amz-date", TIME.format(Instant.now()));
        var signed = new TreeMap<>(headers);
        signed.put("host", endpoint.getAuthority());
        ApiRequest request = ApiRequest.of(method, target)
                .headers(Headers.of(signed.entrySet()))
                .body(payload)
                .build();
        var builder = HttpRequest.newBuilder(endpoint.resolve(target))
                .timeout(PATIENCE)
                .header("Authorization", signer.authorization(request, service))
                .method(method, BodyPublishers.ofByteArray(payload));
        headers.forEach(builder::header);
        HttpResponse<String> response = http.send(builder.build(), BodyHandlers.ofString());
        String text = response.body();
        return new Reply(
                response.statusCode(),
                text.isBlank()
                        ? JsonMapper.shared().createObjectNode()
                        : JsonMapper.shared().readTree(text));
    }

    @Override
    public void close() {
        http.close();
    }
}
