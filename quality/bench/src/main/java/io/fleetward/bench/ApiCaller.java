// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.demo.Environment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls operations by signed HTTP, as programs do that use an SDK; the documents are the wire's, since an SDK's objects
 * would cost more than the server's work. Thread-safe.
 */
final class ApiCaller implements AutoCloseable {
    private static final String HUB = "securityhub";
    private static final String EVENTS = "events";
    private static final String OWN = "fleetward";

    /** What the JDK's client sets by itself. */
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Environment environment;

    ApiCaller(Environment environment) {
        this.environment = environment;
    }

    /** Posts to a path of the hub's. */
    JsonNode hub(String path, JsonNode members) {
        return call(request(SdkHttpMethod.POST, path, "application/json"), HUB, JSON.writeValueAsBytes(members));
    }

    /** Gets what is at a path of the hub's. */
    JsonNode hub(String path) {
        return call(request(SdkHttpMethod.GET, path, "application/json"), HUB, new byte[0]);
    }

    /** Posts to a path of our own service's. */
    JsonNode own(String path, JsonNode members) {
        return call(request(SdkHttpMethod.POST, path, "application/json"), OWN, JSON.writeValueAsBytes(members));
    }

    /** Calls an operation of the event bus. */
    JsonNode events(String operation, JsonNode members) {
        SdkHttpRequest request = request(SdkHttpMethod.POST, "/", "application/x-amz-json-1.1").toBuilder()
                .putHeader("X-Amz-Target", "AWSEvents." + operation)
                .build();
        return call(request, EVENTS, JSON.writeValueAsBytes(members));
    }

    private SdkHttpRequest request(SdkHttpMethod method, String path, String contentType) {
        return SdkHttpRequest.builder()
                .method(method)
                .uri(URI.create(environment.endpoint() + path))
                .putHeader("Content-Type", contentType)
                .build();
    }

    private JsonNode call(SdkHttpRequest request, String service, byte[] body) {
        HttpRequest.Builder sent = HttpRequest.newBuilder(request.getUri())
                .method(request.method().name(), HttpRequest.BodyPublishers.ofByteArray(body));
        SignedRequest.sign(environment, service, request, body).headers().forEach((name, values) -> {
            if (OWN_HEADERS.stream().noneMatch(name::equalsIgnoreCase)) {
                values.forEach(value -> sent.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> answer = http.send(sent.build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode document = JSON.readTree(answer.body().length == 0 ? new byte[] {'{', '}'} : answer.body());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.getUri() + ": " + answer.statusCode() + " " + document);
            }
            return document;
        } catch (IOException failure) {
            throw new IllegalStateException(request.getUri() + " got no answer", failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupt);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
