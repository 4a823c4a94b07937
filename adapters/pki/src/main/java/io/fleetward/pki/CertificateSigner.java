// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Signs certificates with the key of an authority, each under a fresh random serial number.
 *
 * <p>Thread-safe.
 */
final class CertificateSigner {
    /** RFC 5280 allows 20 octets; one bit less keeps the number positive. */
    private static final int SERIAL_BITS = 159;

    private final X500Name issuer;
    private final PublicKey issuerKey;
    private final PrivateKey signingKey;
    private final SecureRandom random;

    CertificateSigner(X500Name issuer, PublicKey issuerKey, PrivateKey signingKey, SecureRandom random) {
        this.issuer = issuer;
        this.issuerKey = issuerKey;
        this.signingKey = signingKey;
        this.random = random;
    }

    /** The signed certificate; refuses what the platform's own parser would not read back. */
    X509Certificate sign(CertificateTemplate template) throws GeneralSecurityException {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    serialNumber(),
                    Date.from(template.validity().notBefore()),
                    Date.from(template.validity().notAfter()),
                    template.subject(),
                    template.publicKey());
            var identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    identifiers.createSubjectKeyIdentifier(template.publicKey()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuerKey));
            for (CertificateTemplate.Extension extension : template.extensions()) {
                builder.addExtension(extension.id(), extension.isCritical(), extension.value());
            }
            var signer = new JcaContentSignerBuilder(
                            ServerKeyType.of(signingKey).signatureAlgorithm())
                    .setSecureRandom(random)
                    .build(signingKey);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (CertIOException | OperatorCreationException failure) {
            throw new GeneralSecurityException("cannot sign a certificate", failure);
        }
    }

    private BigInteger serialNumber() {
        // The highest bit is set so that no number is zero and all have the same length.
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
    }
}
