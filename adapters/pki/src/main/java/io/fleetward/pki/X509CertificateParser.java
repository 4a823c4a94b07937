// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import io.fleetward.application.registry.certificate.CertificateParser;
import io.fleetward.registry.certificate.ParsedCertificate;
import io.fleetward.registry.certificate.Validity;
import io.fleetward.registry.certificate.X509Facts;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Reads X.509 certificates in PEM: one certificate, no bytes around it, 64 KiB at most, a signature algorithm that
 * has not been broken.
 *
 * <p>Thread-safe.
 */
public final class X509CertificateParser implements CertificateParser {
    /** As many characters as the API accepts. */
    private static final int LONGEST = 65_536;

    /** A longer key makes every connection expensive, and no device has one. */
    private static final int LONGEST_RSA = 8192;

    /** iot-core, certificates and CAs: accepted signature algorithms, under the JDK's names. */
    private static final Set<String> SIGNATURES = Set.of(
            "SHA256withRSA",
            "SHA384withRSA",
            "SHA512withRSA",
            "RSASSA-PSS",
            "SHA256withDSA",
            "SHA256withECDSA",
            "SHA384withECDSA",
            "SHA512withECDSA");

    @Override
    public Outcome parse(String pem) {
        if (pem.length() > LONGEST) {
            return new Outcome.Refused("a certificate may have at most " + LONGEST + " characters");
        }
        byte[] der = Pem.decode(Pem.CERTIFICATE, pem);
        if (der == null) {
            return new Outcome.Refused("it is not exactly one certificate in PEM");
        }
        try {
            return accept(read(der));
        } catch (CertificateException | IllegalArgumentException malformed) {
            return new Outcome.Refused("it cannot be read as an X.509 certificate");
        }
    }

    @Override
    public boolean isSignedBy(String pem, String issuerPem) {
        try {
            X509Certificate certificate = read(pem);
            X509Certificate issuer = read(issuerPem);
            if (!DistinguishedNames.of(certificate.getIssuerX500Principal())
                    .matches(DistinguishedNames.of(issuer.getSubjectX500Principal()))) {
                return false;
            }
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException unverifiable) {
            return false;
        }
    }

    /** The parsed form of a certificate that this server issued itself. */
    static ParsedCertificate parsed(X509Certificate certificate) throws CertificateException {
        var facts = new X509Facts(
                Pem.encode(Pem.CERTIFICATE, certificate.getEncoded()),
                certificate.getSerialNumber(),
                DistinguishedNames.of(certificate.getSubjectX500Principal()),
                DistinguishedNames.of(certificate.getIssuerX500Principal()),
                new Validity(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()),
                PublicKeys.facts(certificate.getPublicKey()),
                certificate.getSigAlgName());
        List<String> commonNames = DistinguishedNames.values(certificate.getSubjectX500Principal(), BCStyle.CN);
        return new ParsedCertificate(
                fingerprint(certificate.getEncoded()),
                facts,
                commonNames.isEmpty() ? null : commonNames.getFirst(),
                certificate.getBasicConstraints() >= 0,
                PolicyVariables.of(certificate));
    }

    private static Outcome accept(X509Certificate certificate) throws CertificateException {
        if (!SIGNATURES.contains(certificate.getSigAlgName())) {
            return new Outcome.Refused("its signature algorithm is not accepted: " + certificate.getSigAlgName());
        }
        ParsedCertificate parsed = parsed(certificate);
        var key = parsed.facts().key();
        if (key.rsaModulus() != null && key.bits() > LONGEST_RSA) {
            return new Outcome.Refused("its RSA key is longer than " + LONGEST_RSA + " bits");
        }
        return new Outcome.Parsed(parsed);
    }

    static X509Certificate read(String pem) throws CertificateException {
        byte[] der = Pem.decode(Pem.CERTIFICATE, pem);
        if (der == null) {
            throw new CertificateException("not exactly one certificate in PEM");
        }
        return read(der);
    }

    private static X509Certificate read(byte[] der) throws CertificateException {
        var input = new ByteArrayInputStream(der);
        var certificate =
                (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(input);
        // The id of a certificate is the digest of its bytes, so the bytes must be the certificate and nothing else.
        if (input.available() > 0 || !Arrays.equals(der, certificate.getEncoded())) {
            throw new CertificateException("bytes around the certificate");
        }
        return certificate;
    }

    private static String fingerprint(byte[] der) throws CertificateException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (GeneralSecurityException missing) {
            throw new CertificateException(missing);
        }
    }
}
