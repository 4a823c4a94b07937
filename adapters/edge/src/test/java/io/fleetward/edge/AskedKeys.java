// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import io.netty.pkitesting.X509Bundle;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** A client's keys that count how often the server asked for a certificate. Thread-safe. */
final class AskedKeys extends X509ExtendedKeyManager {
    private static final String ALIAS = "device";

    private final @Nullable X509Bundle device;
    private final AtomicInteger times = new AtomicInteger();

    /**
     * @param device what to show; null for nothing
     */
    AskedKeys(@Nullable X509Bundle device) {
        this.device = device;
    }

    int timesAsked() {
        return times.get();
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, Socket socket) {
        times.incrementAndGet();
        return device == null ? null : ALIAS;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return device == null ? null : device.getCertificatePath();
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return device == null ? null : device.getKeyPair().getPrivate();
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }
}
