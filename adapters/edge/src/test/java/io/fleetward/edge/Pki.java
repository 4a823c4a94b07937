// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import io.fleetward.edge.tls.ServerTls;
import io.fleetward.edge.tls.TlsIdentity;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** A server certificate for localhost and device certificates of anybody's making. */
final class Pki {
    private static final X509Bundle STRANGER =
            build(new CertificateBuilder().ecp256().subject("CN=Some factory").setIsCertificateAuthority(true));

    /** Of all servers alike: to make an RSA key takes longer than most tests. */
    private static final X509Bundle SERVER = server(new CertificateBuilder().ecp256());

    private static final CompletableFuture<X509Bundle> SERVER_WITHOUT_CURVES =
            CompletableFuture.supplyAsync(() -> server(new CertificateBuilder().rsa2048()));

    /** A device certificate issued by an authority the server has never heard of. */
    static X509Bundle device(String name) {
        return device(new CertificateBuilder().ecp256(), name);
    }

    /** As {@link #device} with an RSA key. */
    static X509Bundle deviceWithoutCurves(String name) {
        return device(new CertificateBuilder().rsa2048(), name);
    }

    private static X509Bundle device(CertificateBuilder builder, String name) {
        try {
            return builder.subject("CN=" + name).buildIssuedBy(STRANGER);
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
        return ServerTls.of(identity(SERVER), () -> SERVER_WITHOUT_CURVES.thenApply(Pki::identity));
    }

    private static TlsIdentity identity(X509Bundle bundle) {
        return new TlsIdentity(bundle.getKeyPair().getPrivate(), List.of(bundle.getCertificatePath()));
    }

    private static X509Bundle server(CertificateBuilder builder) {
        return build(builder.subject("CN=localhost")
                .addSanDnsName("localhost")
                .addSanIpAddress("127.0.0.1")
                .setIsCertificateAuthority(true));
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
            return client(keys, SERVER);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What a client needs that trusts nothing but the server's certificate without elliptic curves. */
    SSLContext clientWithoutCurves(X509Bundle device) {
        try {
            return client(device.toKeyManagerFactory().getKeyManagers(), SERVER_WITHOUT_CURVES.join());
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static SSLContext client(KeyManager @Nullable [] keys, X509Bundle trusted) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {trusted.toTrustManager()}, null);
        return context;
    }

    private static X509Bundle build(CertificateBuilder builder) {
        try {
            return builder.buildSelfSigned();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
