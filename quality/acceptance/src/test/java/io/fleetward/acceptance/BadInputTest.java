// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.demo.ServerProcess;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
    private static final String FORGED =
            "AWS4-HMAC-SHA256 Credential=AKIAAAAAAAAAAAAAAAAA/20260101/us-east-1/iot/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64);

    @TempDir
    static Path folder;

    private static ServerProcess server;
    private static HttpClient http;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(Commands.SERVER, folder.resolve("data"), Duration.ofMinutes(5));
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        server.close();
    }

    @Test
    void aRequestWithoutASignatureIsRefused() throws Exception {
        assertUnsignedIsRefused();
    }

    @Test
    void aRequestThatNamesNoServiceEitherIsRefusedForItsSignature() throws Exception {
        HttpResponse<String> answer = send(request("/things"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(errorType(answer)).isEqualTo("MissingAuthenticationTokenException");
    }

    @Test
    void aForgedSignatureIsRefused() throws Exception {
        HttpResponse<String> answer =
                send(request("/things").header("Authorization", FORGED).header("X-Amz-Date", "20260101T000000Z"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(errorType(answer)).isIn("UnrecognizedClientException", "InvalidSignatureException");
        assertThat(answer.body()).doesNotContain("Exception:").doesNotContain("at io.fleetward");
    }

    @Test
    void aCutAuthorizationHeaderIsRefused() throws Exception {
        HttpResponse<String> answer = send(request("/things")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=AKIA/20260101/us-east-1/iot/aws4_request"));
        assertThat(answer.statusCode()).isIn(400, 403);
        assertThat(errorType(answer)).isEqualTo("IncompleteSignatureException");
    }

    @Test
    void garbageOnThePlainPortIsAnsweredOrClosedAndTheServerLivesOn() throws Exception {
        try (Socket socket = new Socket(
                server.environment().endpoint().getHost(),
                server.environment().endpoint().getPort())) {
            socket.getOutputStream()
                    .write("\u0010\u00ff\u00ff\u00ff not http\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer)
                    .satisfiesAnyOf(
                            a -> assertThat(a).isEmpty(), a -> assertThat(a).startsWith("HTTP/1.1 400"));
        }
        assertUnsignedIsRefused();
    }

    @Test
    void plainTextOnTheMqttPortIsClosedAndTheServerLivesOn() throws Exception {
        try (Socket socket =
                new Socket(server.environment().mqttHost(), server.environment().mqttPort())) {
            socket.getOutputStream().write("CONNECT please".getBytes(StandardCharsets.US_ASCII));
            assertThat(readToEnd(socket)).doesNotContain("io.fleetward");
        }
        assertUnsignedIsRefused();
    }

    /** Refuses as ever, so the server lives. */
    private static void assertUnsignedIsRefused() throws Exception {
        HttpResponse<String> answer = send(request("/")
                .header("X-Amz-Target", "AWSEvents.ListEventBuses")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isIn(400, 403);
        assertThat(errorType(answer)).isEqualTo("MissingAuthenticationTokenException");
        assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
    }

    private static String readToEnd(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException reset) {
            return "";
        }
    }

    private static HttpRequest.Builder request(String path) {
        URI endpoint = server.environment().endpoint();
        return HttpRequest.newBuilder(endpoint.resolve(path)).timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String errorType(HttpResponse<String> answer) {
        return answer.headers().firstValue("x-amzn-errortype").orElse("");
    }
}
