// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sign;

import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests as botocore 1.43 signed and sent them at a fixed time, frozen in {@code requests.json}. */
public final class SignedRequests {
    public static final String ACCESS_KEY = "AKIDFLEETWARDTEST001";
    public static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    public static final Instant SIGNED_AT = Instant.parse("2026-06-01T00:00:00Z");

    /** One recorded request; {@code with…} gives the request with one thing changed after signing. */
    public record Recorded(
            String name,
            String service,
            String operation,
            String method,
            String path,
            String query,
            Map<String, String> headers,
            List<Byte> body) {
        public ApiRequest request() {
            return build(method, path, query, headers, bytes());
        }

        ApiRequest withBody(byte[] other) {
            return build(method, path, query, headers, other);
        }

        ApiRequest withMethod(String other) {
            return build(other, path, query, headers, bytes());
        }

        ApiRequest withTarget(String otherPath, String otherQuery) {
            return build(method, otherPath, otherQuery, headers, bytes());
        }

        ApiRequest withHeader(String header, String value) {
            var changed = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            changed.putAll(headers);
            changed.put(header, value);
            return build(method, path, query, changed, bytes());
        }

        private byte[] bytes() {
            byte[] bytes = new byte[body.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = body.get(i);
            }
            return bytes;
        }

        private static ApiRequest build(
                String method, String path, String query, Map<String, String> headers, byte[] body) {
            return ApiRequest.of(method, query.isEmpty() ? path : path + "?" + query)
                    .headers(Headers.of(headers.entrySet()))
                    .body(body)
                    .remoteAddress("192.0.2.1")
                    .build();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private SignedRequests() {}

    /** Every recorded request. */
    public static List<Recorded> all() {
        var all = new ArrayList<Recorded>();
        try (InputStream in = Objects.requireNonNull(SignedRequests.class.getResourceAsStream("requests.json"))) {
            JsonMapper.shared().readTree(in).forEach(node -> all.add(recorded(node)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return all;
    }

    /** The recorded request of this name. */
    public static Recorded named(String name) {
        return all().stream()
                .filter(recorded -> recorded.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static Recorded recorded(JsonNode node) {
        String target = node.path("target").asString();
        int mark = target.indexOf('?');
        Map<String, String> headers = new LinkedHashMap<>();
        node.path("headers")
                .properties()
                .forEach(entry -> headers.put(entry.getKey(), entry.getValue().asString()));
        List<Byte> body = new ArrayList<>();
        for (byte b : Base64.getDecoder().decode(node.path("body").asString())) {
            body.add(b);
        }
        return new Recorded(
                node.path("name").asString(),
                node.path("service").asString(),
                node.path("operation").asString(),
                node.path("method").asString(),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                headers,
                body);
    }
}
