// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** A server certificate for one host, and a client that trusts it and nothing else. */
record TestTls(X509Bundle server) {
    static TestTls of(String host) throws Exception {
        return new TestTls(new CertificateBuilder()
                .ecp256()
                .subject("CN=" + host)
                .addSanDnsName(host)
                .setIsCertificateAuthority(true)
                .buildSelfSigned());
    }

    ServerSocketFactory serverSockets() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(server.toKeyManagerFactory().getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    SSLSocketFactory clientSockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {server.toTrustManager()}, null);
            return context.getSocketFactory();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
