// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

import io.fleetward.kernel.AccountRegion;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Certificates for tests: ACTIVE, mode DEFAULT, RSA 2048, made on 2026-06-01 and valid for ten years unless told
 * otherwise. Their PEM is not decodable.
 */
public final class CertificateBuilder {
    private static final Instant MADE = Instant.parse("2026-06-01T00:00:00Z");

    private final AccountRegion scope;
    private final String id;
    private @Nullable CaCertificateId issuer;
    private CertificateStatus status = CertificateStatus.ACTIVE;
    private CertificateMode mode = CertificateMode.DEFAULT;
    private Instant createdAt = MADE;
    private DistinguishedName subject = name("device");
    private Validity validity = new Validity(MADE, MADE.plus(Duration.ofDays(3650)));
    private PublicKeyFacts key = PublicKeyFacts.rsa(BigInteger.TWO.pow(2048).subtract(BigInteger.ONE));
    private String signatureAlgorithm = "SHA256withRSA";

    private CertificateBuilder(AccountRegion scope, String id) {
        this.scope = scope;
        this.id = id;
    }

    /** A certificate whose id is the digits repeated to full length. */
    public static CertificateBuilder aCertificate(AccountRegion scope, String digits) {
        return new CertificateBuilder(
                scope, digits.repeat(64 / digits.length() + 1).substring(0, 64));
    }

    public static DistinguishedName name(String commonName) {
        return new DistinguishedName("CN=" + commonName, "cn=" + commonName);
    }

    public CertificateBuilder issuedBy(CaCertificateId ca) {
        issuer = ca;
        return this;
    }

    public CertificateBuilder in(CertificateStatus given) {
        status = given;
        return this;
    }

    public CertificateBuilder mode(CertificateMode given) {
        mode = given;
        return this;
    }

    public CertificateBuilder createdAt(Instant given) {
        createdAt = given;
        return this;
    }

    public CertificateBuilder subject(String commonName) {
        subject = name(commonName);
        return this;
    }

    public CertificateBuilder validUntil(Instant notAfter) {
        validity = new Validity(MADE, notAfter);
        return this;
    }

    public CertificateBuilder key(PublicKeyFacts given) {
        key = given;
        return this;
    }

    public CertificateBuilder signedWith(String algorithm) {
        signatureAlgorithm = algorithm;
        return this;
    }

    public Certificate build() {
        return new Certificate(
                scope,
                new CertificateId(id),
                facts(),
                issuer,
                status,
                mode,
                createdAt,
                createdAt,
                1,
                "generation-of-" + id.substring(0, 8));
    }

    /** The same as a registered CA certificate. */
    public CaCertificate buildCa(CaStatus caStatus) {
        return new CaCertificate(
                scope,
                new CaCertificateId(id),
                facts(),
                caStatus,
                mode,
                createdAt,
                createdAt,
                1,
                "generation-of-" + id.substring(0, 8));
    }

    private X509Facts facts() {
        String pem = "-----BEGIN CERTIFICATE-----\n" + id + "\n-----END CERTIFICATE-----\n";
        return new X509Facts(pem, new BigInteger(id, 16), subject, name("test ca"), validity, key, signatureAlgorithm);
    }
}
