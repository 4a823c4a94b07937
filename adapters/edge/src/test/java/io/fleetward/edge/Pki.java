// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import io.fleetward.edge.tls.ServerTls;
import io.fleetward.edge.tls.TlsIdentity;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** A server certificate for localhost and device certificates of anybody's making. */
final class Pki {
    private static final X509Bundle STRANGER =
            build(new CertificateBuilder().ecp256().subject("CN=Some factory").setIsCertificateAuthority(true));

    private final X509Bundle server;

    Pki() {
        server = build(new CertificateBuilder()
                .ecp256()
                .subject("CN=localhost")
                .addSanDnsName("localhost")
                .addSanIpAddress("127.0.0.1")
                .setIsCertificateAuthority(true));
    }

    /** A device certificate issued by an authority the server has never heard of. */
    static X509Bundle device(String name) {
        try {
            return new CertificateBuilder().ecp256().subject("CN=" + name).buildIssuedBy(STRANGER);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String idOf(X509Bundle bundle) {
        try {
            byte[] der = bundle.getCertificate().getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    ServerTls serverTls() {
        try {
            List<X509Certificate> chain = List.of(server.getCertificatePath());
            return ServerTls.of(List.of(new TlsIdentity(server.getKeyPair().getPrivate(), chain)));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    X509Certificate serverCertificate() {
        return server.getCertificate();
    }

    /** What a client needs that trusts the server and shows the certificate, if any. */
    SSLContext client(@Nullable X509Bundle device) {
        try {
            return client(device == null ? null : device.toKeyManagerFactory().getKeyManagers());
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As {@link #client(X509Bundle)} with the client's keys as they are. */
    SSLContext client(KeyManager @Nullable [] keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {server.toTrustManager()}, null);
            return context;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static X509Bundle build(CertificateBuilder builder) {
        try {
            return builder.buildSelfSigned();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
