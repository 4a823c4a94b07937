// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import io.fleetward.registry.certificate.PublicKeyFacts;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes certificates for tests: in use, a day old, valid for a year, with an EC key, unless said otherwise. */
public final class CertificateFactsBuilder {
    /** The time at which the tests' audits start. */
    public static final Instant NOW = Instant.parse("2026-06-01T02:10:00.554Z");

    private final String id;
    private boolean isInUse = true;
    private Instant createdAt = NOW.minus(Duration.ofDays(1));
    private Instant notAfter = NOW.plus(Duration.ofDays(365));
    private BigInteger serialNumber = BigInteger.ONE;
    private @Nullable String issuerId;
    private PublicKeyFacts key = PublicKeyFacts.other("EC", 256);

    private CertificateFactsBuilder(String id) {
        this.id = id;
    }

    public static CertificateFactsBuilder aCertificate(String id) {
        return new CertificateFactsBuilder(id);
    }

    public CertificateFactsBuilder outOfUse() {
        isInUse = false;
        return this;
    }

    public CertificateFactsBuilder createdBefore(Duration age) {
        createdAt = NOW.minus(age);
        return this;
    }

    public CertificateFactsBuilder expiresIn(Duration rest) {
        notAfter = NOW.plus(rest);
        return this;
    }

    public CertificateFactsBuilder issuedBy(String issuer, long serial) {
        issuerId = issuer;
        serialNumber = BigInteger.valueOf(serial);
        return this;
    }

    public CertificateFactsBuilder rsa(BigInteger modulus) {
        key = PublicKeyFacts.rsa(modulus);
        return this;
    }

    public CertificateFacts build() {
        return new CertificateFacts(id, isInUse, createdAt, notAfter, serialNumber, issuerId, key);
    }
}
