// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.broker.FakeDevicePrincipals;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsDoorsTest {
    private static final String MQTT = "x-amzn-mqtt-ca";
    private static final String DEVICE_HTTP = "x-amzn-http-ca";
    private static final String ALL = FakeDevicePrincipals.allowing("*", "*");

    private final TestEdge edge = new TestEdge();

    @AfterEach
    void stop() {
        edge.close();
    }

    @ParameterizedTest
    @CsvSource({"MQTT,", "MQTT, x-amzn-mqtt-ca", "HTTPS, x-amzn-mqtt-ca"})
    void letsDevicesInByTheirCertificate(Listener door, @Nullable String protocol) throws Exception {
        TlsClient tls = edge.tls(edge.device("d1"));
        TlsClient offering = protocol == null ? tls : tls.offering(protocol);
        try (ThreeClient client = ThreeClient.connect(edge.mqttUri(door), offering, "d1", _ -> {})) {
            client.subscribe("x", 1);
            client.publish("x", "in", 1);
            await().untilAsserted(() -> assertThat(client.heard()).containsExactly("x=in qos1"));
        }
        try (SSLSocket socket = offering.connect(edge.port(door))) {
            assertThat(socket.getApplicationProtocol()).isEqualTo(protocol == null ? "" : protocol);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaksTheVersionsOfTheDay(String version) throws Exception {
        try (SSLSocket socket = edge.tls(edge.device("d1")).speaking(version).connect(edge.port(Listener.MQTT));
                var raw = new RawClient(socket)) {
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
            raw.send(Bytes.connect("d1"));
            assertThat(raw.readPacket()).isEqualTo("20020000");
        }
    }

    /** Some have no suite for it, some no signature. */
    @ParameterizedTest
    @CsvSource({
        "TLSv1.2, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, ecdsa_secp256r1_sha256:rsa_pkcs1_sha256",
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256:TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, rsa_pkcs1_sha256",
        "TLSv1.3, TLS_AES_128_GCM_SHA256, rsa_pss_rsae_sha256:rsa_pkcs1_sha256"
    })
    void presentsAnRsaCertificateToClientsWithoutCurves(String version, String suites, String signatures)
            throws Exception {
        X509Bundle device = edge.deviceWithoutCurves("d1");
        TlsClient tls = new TlsClient(edge.pki.clientWithoutCurves(device))
                .speaking(version)
                .encryptingWith(suites.split(":"))
                .signing(signatures.split(":"));
        try (SSLSocket socket = tls.connect(edge.port(Listener.MQTT));
                var raw = new RawClient(socket)) {
            assertThat(socket.getSession()
                            .getPeerCertificates()[0]
                            .getPublicKey()
                            .getAlgorithm())
                    .isEqualTo("RSA");
            raw.send(Bytes.connect("d1"));
            assertThat(raw.readPacket()).isEqualTo("20020000");
        }
    }

    /** A client that resumes a session is not asked for its certificate again. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void letsNobodyResumeASession(String version) throws Exception {
        var keys = new AskedKeys(edge.device("d1"));
        var tls = new TlsClient(edge.pki.client(new KeyManager[] {keys})).speaking(version);
        for (int i = 1; i <= 3; i++) {
            try (var raw = new RawClient(tls.connect(edge.port(Listener.MQTT)))) {
                raw.send(Bytes.connect("d1"));
                assertThat(raw.readPacket()).isEqualTo("20020000");
            }
            assertThat(keys.timesAsked()).isEqualTo(i);
        }
    }

    @Test
    void findsTheAccountOfADeviceByTheNameItAsksFor() throws Exception {
        X509Bundle device = Pki.device("d1");
        edge.registry.register(TestEdge.HERE, Pki.idOf(device), ALL);
        edge.registry.register(TestEdge.THERE, Pki.idOf(device), ALL);
        for (String name : new String[] {"data.there.test", "data.here.test"}) {
            TlsClient tls = edge.tls(device).asking(name);
            ThreeClient.connect(edge.mqttUri(Listener.MQTT), tls, "d1", _ -> {}).disconnect();
        }
        assertThat(edge.facts.of(BrokerFact.Connected.class))
                .extracting(BrokerFact.Connected::scope)
                .containsExactly(TestEdge.THERE, TestEdge.HERE);
        assertRefusedWithoutAWord(edge.tls(device).asking("localhost"), "of several accounts, without naming one");
    }

    @Test
    void turnsADeviceAwayFromAnAccountItDoesNotBelongTo() throws Exception {
        X509Bundle device = edge.device("d1");
        assertRefusedWithoutAWord(edge.tls(device).asking("data.there.test"), "of another account");
        assertThat(edge.counters.get(Counter.CERTIFICATES_UNKNOWN)).isOne();
    }

    @Test
    void refusesAndCountsACertificateThatIsNotRegistered() throws Exception {
        TlsClient stranger = edge.tls(Pki.device("d1"));
        assertRefusedWithoutAWord(stranger, "not registered");
        assertThat(edge.counters.get(Counter.CERTIFICATES_UNKNOWN)).isOne();
        try (var raw = new RawClient(stranger.connect(edge.port(Listener.MQTT)))) {
            raw.send(Bytes.connectFive("d1"));
            assertThat(ascii(raw.readToEnd())).contains("the certificate is not registered");
        }
        assertThat(edge.counters.get(Counter.CERTIFICATES_UNKNOWN)).isEqualTo(2);
        assertThat(edge.facts.all()).isEmpty();
    }

    @Test
    void refusesAndCountsACertificateThatIsNotActive() throws Exception {
        X509Bundle device = edge.device("d1");
        edge.registry.deactivate(TestEdge.HERE, Pki.idOf(device));
        assertRefusedWithoutAWord(edge.tls(device), "not active");
        await().untilAsserted(() -> assertThat(edge.facts.all())
                .extracting(fact -> fact.getClass().getSimpleName())
                .containsExactly("ConnectAttempted", "AuthorizationFailed"));
        assertThat(edge.counters.get(Counter.AUTHORIZATIONS_DENIED)).isOne();
    }

    @Test
    void endsTheConnectionOfACertificateThatIsRevoked() throws Exception {
        X509Bundle device = edge.device("d1");
        try (ThreeClient client = ThreeClient.connect(edge.mqttUri(), edge.tls(device), "d1", _ -> {})) {
            edge.registry.deactivate(TestEdge.HERE, Pki.idOf(device));
            edge.broker
                    .registryListener()
                    .onChange(new RegistryChange(TestEdge.HERE, RegistryChange.Kind.CERTIFICATE, Pki.idOf(device)));
            await().until(client::isLost);
            await().untilAsserted(() -> assertThat(edge.ends()).containsExactly(DisconnectReason.AUTH_ERROR));
        }
    }

    @Test
    void refusesAndCountsAClientWithoutCertificate() {
        assertThatThrownBy(() -> {
                    try (var raw = new RawClient(edge.tls(null).connect(edge.port(Listener.MQTT)))) {
                        raw.send(Bytes.connect("d1"));
                        throw new IOException("answered: " + raw.readPacket());
                    }
                })
                .hasMessageNotContaining("answered: 2");
        await().untilAsserted(() ->
                assertThat(edge.counters.get(Counter.HANDSHAKES_FAILED)).isOne());
        assertThat(edge.counters.get(Counter.CONNECTIONS_ACCEPTED)).isZero();
    }

    @Test
    void refusesAndCountsADeviceWithoutCertificateOnTheSharedPort() throws Exception {
        try (var raw = new RawClient(edge.tls(null).offering(MQTT).connect(edge.port(Listener.HTTPS)))) {
            raw.send(Bytes.connect("d1"));
            assertThat(raw.readToEnd()).isEmpty();
        }
        assertThat(edge.counters.get(Counter.CERTIFICATES_UNKNOWN)).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        ", , false",
        "localhost, , false",
        "localhost, http/1.1, false",
        "data.nowhere.test, , false",
        "data.here.test, , true",
        "localhost, x-amzn-http-ca, true",
        "localhost, x-amzn-mqtt-ca, true"
    })
    void asksOnlyDevicesForACertificate(@Nullable String name, @Nullable String protocol, boolean isAsked)
            throws Exception {
        var keys = new AskedKeys(null);
        var tls = new TlsClient(edge.pki.client(new KeyManager[] {keys}));
        tls = name == null ? tls : tls.asking(name);
        tls = protocol == null ? tls : tls.offering(protocol);
        tls.connect(edge.port(Listener.HTTPS)).close();
        assertThat(keys.timesAsked()).isEqualTo(isAsked ? 1 : 0);
    }

    @Test
    void answersPeopleOnTheSharedPort() throws Exception {
        assertThat(http(edge.tls(null), "GET /things HTTP/1.1"))
                .startsWith("HTTP/1.1 200")
                .endsWith("GET /things");
    }

    @ParameterizedTest
    @EnumSource
    void publishesForADeviceThatUsesHttp(Door door) throws Exception {
        TlsClient tls = door.of(edge.tls(edge.device("d1")));
        try (ThreeClient watcher = edge.three("w")) {
            watcher.subscribe("a/b", 1);
            assertThat(http(tls, "POST /topics/a%2Fb?qos=1 HTTP/1.1", "Content-Length: 0"))
                    .startsWith("HTTP/1.1 200")
                    .contains("\"message\":\"OK\",\"traceId\":\"");
            await().untilAsserted(() -> assertThat(watcher.heard()).containsExactly("a/b= qos1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void opensNothingElseToACertificate(Door door) throws Exception {
        TlsClient tls = door.of(edge.tls(edge.device("d1")));
        assertThat(http(tls, "GET /things HTTP/1.1")).startsWith("HTTP/1.1 404").doesNotContain("GET /things");
    }

    @Test
    void refusesADeviceThatUsesHttpWithoutItsCertificate() throws Exception {
        TlsClient tls = edge.tls(null).offering(DEVICE_HTTP);
        assertThat(http(tls, "POST /topics/a HTTP/1.1", "Content-Length: 0")).startsWith("HTTP/1.1 403");
    }

    /** How a device that uses HTTP makes itself known. */
    enum Door {
        BY_PROTOCOL,
        BY_NAME;

        TlsClient of(TlsClient tls) {
            return this == BY_PROTOCOL ? tls.offering(DEVICE_HTTP) : tls.asking("data.here.test");
        }
    }

    private void assertRefusedWithoutAWord(TlsClient tls, String why) throws IOException {
        try (var raw = new RawClient(tls.connect(edge.port(Listener.MQTT)))) {
            raw.send(Bytes.connect("d1"));
            assertThat(raw.readToEnd()).as(why).isEmpty();
        }
        assertThat(edge.counters.get(Counter.CONNECTIONS_REFUSED)).as(why).isOne();
    }

    private String http(TlsClient tls, String... lines) throws IOException {
        String request = String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        try (var raw = new RawClient(tls.connect(edge.port(Listener.HTTPS)))) {
            raw.send(request.getBytes(StandardCharsets.US_ASCII));
            return ascii(raw.readToEnd());
        }
    }

    private static String ascii(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.US_ASCII);
    }
}
