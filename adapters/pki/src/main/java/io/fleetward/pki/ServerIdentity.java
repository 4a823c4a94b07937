// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** What the server proves itself with in TLS: its certificate, followed by its issuer's, and its key. Immutable. */
public record ServerIdentity(List<X509Certificate> chain, PrivateKey key) {
    public ServerIdentity {
        chain = List.copyOf(chain);
    }

    @Override
    public String toString() {
        return "ServerIdentity[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
