// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server's certificate is judged by a real TLS client that trusts nothing but {@code ca.pem}. */
class ServerIdentityTest {
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ServerKeyType.class)
    void isTrustedByWhoTrustsTheAuthority(ServerKeyType type) throws Exception {
        try (BuiltInAuthority authority = open(type)) {
            ServerIdentity identity = authority.serverIdentity(List.of("localhost", "127.0.0.1"));

            assertThat(shakeHands(identity, authority.certificate(), "localhost"))
                    .contains("CN=localhost");
            assertThat(shakeHands(identity, authority.certificate(), "127.0.0.1"))
                    .contains("CN=localhost");
        }
    }

    @Test
    void isNotTrustedUnderAnotherName() throws Exception {
        try (BuiltInAuthority authority = open(ServerKeyType.P256)) {
            ServerIdentity identity = authority.serverIdentity(List.of("iot.example.com"));

            assertThatThrownBy(() -> shakeHands(identity, authority.certificate(), "localhost"))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    private BuiltInAuthority open(ServerKeyType type) {
        return new AuthorityFolder(folder, type, InstantSource.system(), new SecureRandom()).open();
    }

    /** The subject of the server's certificate as the client saw it. */
    private static String shakeHands(ServerIdentity identity, X509Certificate trusted, String host)
            throws IOException, GeneralSecurityException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (var listener = (SSLServerSocket)
                serverContext(identity).getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> accept(listener));
            try (var client = (SSLSocket) clientContext(trusted)
                    .getSocketFactory()
                    .createSocket(new Socket(loopback, listener.getLocalPort()), host, 0, true)) {
                var parameters = client.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                client.setSSLParameters(parameters);
                client.startHandshake();
                return client.getSession().getPeerPrincipal().getName();
            } finally {
                served.join();
            }
        }
    }

    private static void accept(SSLServerSocket listener) {
        try (var connection = (SSLSocket) listener.accept()) {
            connection.startHandshake();
        } catch (IOException refused) {
            // The client decides; what it saw is what the test looks at.
            assertThat(refused).hasMessageNotContaining("no cipher suites");
        }
    }

    private static SSLContext serverContext(ServerIdentity identity) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", identity.key(), PASSWORD, identity.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext clientContext(X509Certificate trusted) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", trusted);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
