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

/** The built-in authority and what the server proves itself with. */
record PkiAssembly(BuiltInAuthority authority, Path caFile, ServerTls tls) implements AutoCloseable {
    /** The names and addresses every server certificate carries. */
    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "::1");

    static PkiAssembly of(Settings settings, Foundation foundation) throws GeneralSecurityException, IOException {
        var folder = new AuthorityFolder(settings.data(), foundation.clock(), foundation.random());
        BuiltInAuthority authority = folder.open();
        var names = new ArrayList<>(settings.hosts());
        names.addAll(LOCAL);
        ServerIdentity identity = authority.serverIdentity(names, ServerKeyType.P256);
        ServerTls tls = ServerTls.of(List.of(new TlsIdentity(identity.key(), identity.chain())));
        return new PkiAssembly(authority, folder.certificateFile(), tls);
    }

    @Override
    public void close() {
        authority.close();
    }
}
