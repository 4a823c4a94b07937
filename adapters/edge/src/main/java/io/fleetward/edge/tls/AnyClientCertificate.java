// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.tls;

import io.netty.handler.ssl.util.SimpleTrustManagerFactory;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Accepts any certificate a client proves to own: who that is, and whether it may connect, is decided by the registry
 * afterwards, so that every refusal can be counted and told. Thread-safe.
 */
final class AnyClientCertificate extends SimpleTrustManagerFactory {
    private static final X509Certificate[] NOBODY = {};

    @Override
    protected void engineInit(KeyStore keyStore) {
        // nothing is trusted beforehand
    }

    @Override
    protected void engineInit(ManagerFactoryParameters parameters) {
        // nothing is trusted beforehand
    }

    @Override
    protected TrustManager[] engineGetTrustManagers() {
        return new TrustManager[] {new Acceptance()};
    }

    private static final class Acceptance extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            // decided by the registry
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
            // decided by the registry
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            // decided by the registry
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            throw new IllegalStateException("only clients are checked here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
            throw new IllegalStateException("only clients are checked here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            throw new IllegalStateException("only clients are checked here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return NOBODY;
        }
    }
}
