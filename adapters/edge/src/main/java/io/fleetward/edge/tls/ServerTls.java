// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.internal.tcnative.SSL;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.crypto.spec.PBEParameterSpec;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The TLS set-ups of the server: TLS 1.2 and 1.3, no resumption, BoringSSL where the platform has it, else the JDK
 * (where a client may resume a session for a second).
 *
 * <p>Thread-safe. The server has an elliptic-curve certificate, cheap for everybody, and an RSA one for clients whose
 * ClientHello says that they know no curves.
 */
public final class ServerTls {
    /** MQTT with a client certificate on a port shared with other protocols. */
    public static final String MQTT = "x-amzn-mqtt-ca";

    /** HTTP with a client certificate. */
    public static final String DEVICE_HTTP = "x-amzn-http-ca";

    /** MQTT for which a custom authorizer is to vouch. */
    public static final String VOUCHED_MQTT = "mqtt";

    private static final String HTTP = "http/1.1";
    private static final char[] NO_PASSWORD = {};
    private static final int SALT_BYTES = 16;
    /** The JDK alone cannot be told to give out no tickets; what it gives out is worthless after this time. */
    private static final int SHORTEST_SESSION_SECONDS = 1;

    private final CompletionStage<SetUps> usual;
    private final Supplier<CompletionStage<TlsIdentity>> withoutCurves;
    private @Nullable CompletionStage<SetUps> madeWithoutCurves;

    private ServerTls(CompletionStage<SetUps> usual, Supplier<CompletionStage<TlsIdentity>> withoutCurves) {
        this.usual = usual;
        this.withoutCurves = withoutCurves;
    }

    /**
     * What depends on whom the server lets in.
     *
     * @param withoutClient for people and API clients, who are never asked for a certificate
     * @param askingClient for devices on a port where a certificate is not the only way to say who one is
     * @param requiringClient for devices that have nothing but their certificate
     */
    record SetUps(SslContext withoutClient, SslContext askingClient, SslContext requiringClient) {
        static SetUps of(TlsIdentity identity) {
            try {
                KeyManagerFactory keys = keys(identity);
                return new SetUps(
                        context(keys, ClientAuth.NONE),
                        context(keys, ClientAuth.OPTIONAL),
                        context(keys, ClientAuth.REQUIRE));
            } catch (GeneralSecurityException | IOException unusable) {
                throw new IllegalArgumentException(identity + " cannot be used for TLS", unusable);
            }
        }
    }

    /**
     * Builds the set-ups.
     *
     * @param identity what the server presents, with an elliptic-curve key
     * @param withoutCurves makes what it presents to clients that know no such keys: asked once, by the first of them,
     *     who wait until it is there; must not block
     * @throws IllegalArgumentException if the platform cannot use the key
     */
    public static ServerTls of(TlsIdentity identity, Supplier<CompletionStage<TlsIdentity>> withoutCurves) {
        return new ServerTls(CompletableFuture.completedStage(SetUps.of(identity)), withoutCurves);
    }

    /** The set-ups with the certificate that the client can check. */
    CompletionStage<SetUps> setUpsFor(ClientHello hello) {
        return hello.isWithoutCurves() ? withoutCurves() : usual;
    }

    private synchronized CompletionStage<SetUps> withoutCurves() {
        CompletionStage<SetUps> made = madeWithoutCurves;
        if (made == null) {
            made = withoutCurves.get().thenApply(SetUps::of);
            madeWithoutCurves = made;
        }
        return made;
    }

    /** Starts TLS by the set-up, without tickets: the library would give them out again with TLS 1.3. */
    static SslHandler handler(SslContext setUp, ByteBufAllocator allocator) {
        SslHandler handler = setUp.newHandler(allocator);
        if (handler.engine() instanceof ReferenceCountedOpenSslEngine engine) {
            SSL.setOptions(engine.sslPointer(), SSL.SSL_OP_NO_TICKET);
        }
        return handler;
    }

    private static SslContext context(KeyManagerFactory keys, ClientAuth clientAuth) throws IOException {
        boolean isNative = OpenSsl.isAvailable();
        SslContext context = SslContextBuilder.forServer(keys)
                .sslProvider(isNative ? SslProvider.OPENSSL : SslProvider.JDK)
                .protocols("TLSv1.3", "TLSv1.2")
                .trustManager(new AnyClientCertificate())
                .clientAuth(clientAuth)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        MQTT,
                        DEVICE_HTTP,
                        HTTP,
                        VOUCHED_MQTT))
                .build();
        if (context.sessionContext() instanceof OpenSslSessionContext sessions) {
            sessions.setSessionCacheEnabled(false);
        } else {
            context.sessionContext().setSessionTimeout(SHORTEST_SESSION_SECONDS);
        }
        return context;
    }

    private static KeyManagerFactory keys(TlsIdentity identity) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        X509Certificate[] chain = identity.chain().toArray(X509Certificate[]::new);
        store.setEntry("server", new PrivateKeyEntry(identity.key(), chain), unprotected());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        return keys;
    }

    /** The store never leaves memory; by default it would turn the empty password into a key for a third of a second. */
    private static PasswordProtection unprotected() {
        return new PasswordProtection(
                NO_PASSWORD, "PBEWithHmacSHA256AndAES_256", new PBEParameterSpec(new byte[SALT_BYTES], 1));
    }
}
