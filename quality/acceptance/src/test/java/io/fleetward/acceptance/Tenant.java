// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.ModelledRequest;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.ServiceModels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody with an administrator's key of one account who works in one region; calls by signed HTTP. */
final class Tenant {
    /** What the JDK's client sets by itself. */
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length");

    private final HttpClient http;
    private final ServiceModels models;
    private final URI endpoint;
    private final String account;
    private final String region;

    /** What the server answered. */
    record Reply(int status, String body) {
        boolean isSuccess() {
            return status == 200;
        }
    }

    Tenant(HttpClient http, ServiceModels models, URI endpoint, String account, String region) {
        this.http = http;
        this.models = models;
        this.endpoint = endpoint;
        this.account = account;
        this.region = region;
    }

    String account() {
        return account;
    }

    String region() {
        return region;
    }

    /** The answer to a call that must succeed; quotes of its members may be single ones. */
    JsonNode ok(AwsService service, String name, String members) {
        Operation operation =
                Objects.requireNonNull(models.of(service).operations().get(name), name);
        Reply reply = call(operation, (ObjectNode) JsonMapper.shared().readTree(members.replace('\'', '"')));
        assertThat(reply.isSuccess()).as("%s: %s", name, reply).isTrue();
        return JsonMapper.shared().readTree(reply.body());
    }

    Reply call(Operation operation, ObjectNode members) {
        AwsService service = operation.service();
        ApiRequest request = ModelledRequest.of(models.of(service), operation, members);
        URI uri = URI.create(endpoint + request.path() + (request.query().isEmpty() ? "" : "?" + request.query()));
        SdkHttpRequest.Builder unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .uri(uri);
        for (String name : request.headers().names()) {
            if (!OWN_HEADERS.contains(name)) {
                request.headers().all(name).forEach(value -> unsigned.appendHeader(name, value));
            }
        }
        return send(uri, request, signed(unsigned.build(), request.body(), service));
    }

    private SdkHttpRequest signed(SdkHttpRequest request, byte[] body, AwsService service) {
        return AwsV4HttpSigner.create()
                .sign(r -> r.identity(AwsBasicCredentials.create(account, "test"))
                        .request(request)
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, signingName(service))
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region))
                .request();
    }

    private static String signingName(AwsService service) {
        return service == AwsService.IOT_DATA ? "iotdata" : service.id();
    }

    private Reply send(URI uri, ApiRequest request, SdkHttpRequest signed) {
        HttpRequest.Builder sent = HttpRequest.newBuilder(uri)
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        signed.headers().forEach((name, values) -> {
            if (OWN_HEADERS.stream().noneMatch(name::equalsIgnoreCase)) {
                values.forEach(value -> sent.header(name, value));
            }
        });
        try {
            HttpResponse<String> response = http.send(sent.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(request.method() + " " + uri + " got no answer", failure);
        }
    }

    @Override
    public String toString() {
        return account + " in " + region;
    }
}
