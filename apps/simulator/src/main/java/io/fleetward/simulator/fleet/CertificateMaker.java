// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.fleet;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.time.Duration;
import java.time.Instant;

/** An authority of the fleet's own, and the certificates that it issues to devices. Thread-safe. */
final class CertificateMaker {
    private static final Duration LIFETIME = Duration.ofDays(400);

    private final X509Bundle authority;

    private CertificateMaker(X509Bundle authority) {
        this.authority = authority;
    }

    static CertificateMaker create() throws Exception {
        return new CertificateMaker(
                template("Simulator").setIsCertificateAuthority(true).buildSelfSigned());
    }

    /** A certificate and its key, on the curve P-256. */
    X509Bundle issue(String name) throws Exception {
        return template(name).buildIssuedBy(authority);
    }

    private static CertificateBuilder template(String name) {
        Instant now = Instant.now();
        return new CertificateBuilder()
                .subject("CN=" + name)
                .notBefore(now.minus(Duration.ofHours(1)))
                .notAfter(now.plus(LIFETIME))
                .ecp256();
    }
}
