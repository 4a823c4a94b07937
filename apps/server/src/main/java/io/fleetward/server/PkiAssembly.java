// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.edge.tls.ServerTls;
import io.fleetward.edge.tls.TlsIdentity;
import io.fleetward.pki.AuthorityFolder;
import io.fleetward.pki.BuiltInAuthority;
import io.fleetward.pki.ServerIdentity;
import io.fleetward.pki.ServerKeyType;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The built-in authority and what the server proves itself with.
 *
 * @param withoutCurves makes the authority for clients that know no elliptic curves if there is none; to be run once,
 *     beside other work
 */
record PkiAssembly(BuiltInAuthority authority, Path caFile, ServerTls tls, Runnable withoutCurves)
        implements AutoCloseable {
    /** The names and addresses every server certificate carries. */
    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "::1");

    static PkiAssembly of(Settings settings, Foundation foundation) throws GeneralSecurityException, IOException {
        var folder = folder(settings, foundation, ServerKeyType.P256);
        BuiltInAuthority authority = folder.open();
        var names = new ArrayList<>(settings.hosts());
        names.addAll(LOCAL);
        var made = new CompletableFuture<AuthorityFolder>();
        AuthorityFolder other = folder(settings, foundation, ServerKeyType.RSA_2048);
        return new PkiAssembly(
                authority,
                folder.certificateFile(),
                ServerTls.of(
                        identity(authority, names),
                        () -> made.thenApplyAsync(ready -> withoutCurves(ready, names), foundation.background())),
                () -> made.completeAsync(() -> prepared(other), foundation.background()));
    }

    private static AuthorityFolder folder(Settings settings, Foundation foundation, ServerKeyType type) {
        return new AuthorityFolder(settings.data(), type, foundation.clock(), foundation.random());
    }

    /** The folder, with an authority in it. */
    private static AuthorityFolder prepared(AuthorityFolder folder) {
        folder.open().close();
        return folder;
    }

    private static TlsIdentity withoutCurves(AuthorityFolder folder, List<String> names) {
        try (BuiltInAuthority authority = folder.open()) {
            return identity(authority, names);
        }
    }

    private static TlsIdentity identity(BuiltInAuthority authority, List<String> names) {
        ServerIdentity identity = authority.serverIdentity(names);
        return new TlsIdentity(identity.key(), identity.chain());
    }

    @Override
    public void close() {
        authority.close();
    }
}
