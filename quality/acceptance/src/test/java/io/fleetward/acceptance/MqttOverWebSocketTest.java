// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fleetward.demo.Environment;
import io.fleetward.demo.ServerProcess;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** MQTT clients on WebSocket: one whose request is signed by the AWS SDK, and a page of the console. */
class MqttOverWebSocketTest {
    @TempDir
    Path folder;

    @Test
    void clientsAreLetInBySignatureAndPagesBySession() throws Exception {
        try (var server = ServerProcess.start(Commands.SERVER, folder.resolve("data"), Duration.ofMinutes(5))) {
            Environment environment = server.environment();
            var got = new CopyOnWriteArrayList<String>();
            MqttClient client = connect(environment, environment.get("AWS_SECRET_ACCESS_KEY"));
            client.subscribe(
                    "rooms/+",
                    1,
                    (topic, message) ->
                            got.add(topic + "=" + new String(message.getPayload(), StandardCharsets.UTF_8)));
            client.publish("rooms/kitchen", "22".getBytes(StandardCharsets.UTF_8), 1, false);
            await().untilAsserted(() -> assertThat(got).isEqualTo(List.of("rooms/kitchen=22")));
            client.disconnect();
            client.close();

            assertThatThrownBy(() -> connect(environment, "guessed")).isInstanceOf(MqttException.class);
            aPageIsLetInByItsSession(server);
        }
    }

    private static void aPageIsLetInByItsSession(ServerProcess server) throws Exception {
        try (var page = ConsolePage.signIn(server, trusting(server.environment().caFile()))) {
            BlockingQueue<String> events = page.follow();
            assertThat(page.call("iot/CreateThing", "{\"thingName\":\"pump-7\"}")
                            .statusCode())
                    .isEqualTo(200);
            await().untilAsserted(() -> assertThat(events).anyMatch(line -> line.contains("\"id\":\"pump-7\"")));

            var got = new CopyOnWriteArrayList<String>();
            MqttClient client = connect(page.socket(), page.socketHeaders(), server.environment());
            client.subscribe("rooms/+", 1, (topic, _) -> got.add(topic));
            client.publish("rooms/cellar", new byte[0], 1, false);
            await().untilAsserted(() -> assertThat(got).isEqualTo(List.of("rooms/cellar")));
            await().untilAsserted(() -> assertThat(events).anyMatch(line -> line.contains("\"kind\":\"connection\"")));
            var foreign = page.socketHeaders();
            foreign.setProperty("Origin", "https://evil.example");
            assertThatThrownBy(() -> connect(page.socket(), foreign, server.environment()))
                    .isInstanceOf(MqttException.class);

            assertThat(page.get("/console/..%2f..%2fapplication.properties")).contains("<!doctype html>");
            assertThat(page.signOut()).isEqualTo(204);
            assertThat(page.call("iot/ListThings", "{}").statusCode()).isEqualTo(401);
            client.publish("rooms/cellar", new byte[0], 0, false);
            client.disconnectForcibly(0, 100);
            client.close(true);
            assertThat(got).hasSize(1);
        }
    }

    private static MqttClient connect(Environment environment, String secret) throws Exception {
        SdkHttpRequest signed = sign(environment, secret);
        var headers = new Properties();
        signed.firstMatchingHeader("x-amz-content-sha256")
                .ifPresent(hash -> headers.setProperty("x-amz-content-sha256", hash));
        return connect(signed.getUri(), headers, environment);
    }

    private static MqttClient connect(URI at, Properties headers, Environment environment) throws Exception {
        String uri = at.toString().replaceFirst("https", "wss");
        var client = new MqttClient(uri, "browser", new MemoryPersistence());
        var options = new MqttConnectOptions();
        options.setSocketFactory(trusting(environment.caFile()).getSocketFactory());
        options.setCustomWebSocketHeaders(headers);
        client.connect(options);
        return client;
    }

    private static SdkHttpRequest sign(Environment environment, String secret) {
        URI console = URI.create(environment.get("FLEETWARD_CONSOLE_URL"));
        var identity = AwsCredentialsIdentity.create(environment.get("AWS_ACCESS_KEY_ID"), secret);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(console.resolve("/mqtt"))
                .build();
        return AwsV4HttpSigner.create()
                .sign(r -> r.identity(identity)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "iotdevicegateway")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, environment.get("AWS_REGION"))
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AwsV4HttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(5)))
                .request();
    }

    private static SSLContext trusting(Path caFile) throws Exception {
        KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
        authorities.load(null);
        try (InputStream pem = Files.newInputStream(caFile)) {
            authorities.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
