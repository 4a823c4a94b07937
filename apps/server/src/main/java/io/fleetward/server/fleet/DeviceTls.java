// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import io.fleetward.server.fleet.FleetFolder.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Connects devices by mutual TLS: each shows its own certificate and trusts the server's authority alone. Thread-safe. */
final class DeviceTls {
    private static final char[] NO_PASSWORD = {};
    private static final int PATIENCE_MILLIS = 10_000;

    private final FleetEndpoint endpoint;
    private final TrustManager[] trust;

    private DeviceTls(FleetEndpoint endpoint, TrustManager[] trust) {
        this.endpoint = endpoint;
        this.trust = trust;
    }

    static DeviceTls to(FleetEndpoint endpoint) throws GeneralSecurityException, IOException {
        KeyStore authorities = emptyStore();
        authorities.setCertificateEntry("ca", certificate(Files.readString(endpoint.caFile())));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        return new DeviceTls(endpoint, trust.getTrustManagers());
    }

    /** A connection whose handshake is done; reads give up after ten seconds. */
    SSLSocket connect(Credentials credentials) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity(credentials), trust, null);
        var plain = new Socket();
        try {
            plain.connect(endpoint.address(), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            plain.setTcpNoDelay(true);
            var secure = (SSLSocket) context.getSocketFactory()
                    .createSocket(plain, endpoint.host(), endpoint.address().getPort(), true);
            var parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return secure;
        } catch (IOException failure) {
            plain.close();
            throw failure;
        }
    }

    private static KeyManager[] identity(Credentials credentials) throws GeneralSecurityException, IOException {
        KeyStore own = emptyStore();
        own.setKeyEntry("device", privateKey(credentials.privateKeyPem()), NO_PASSWORD, new Certificate[] {
            certificate(credentials.certificatePem())
        });
        var identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(own, NO_PASSWORD);
        return identity.getKeyManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Certificate certificate(String pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    }
}
