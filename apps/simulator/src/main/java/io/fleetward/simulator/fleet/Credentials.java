// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.fleet;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** What a device proves itself with. Immutable; kept in memory only. */
public record Credentials(X509Certificate certificate, PrivateKey key) {
    @Override
    public String toString() {
        return "Credentials[" + certificate.getSubjectX500Principal() + "]";
    }
}
