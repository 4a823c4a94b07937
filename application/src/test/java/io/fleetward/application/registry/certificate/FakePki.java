// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import io.fleetward.registry.certificate.DistinguishedName;
import io.fleetward.registry.certificate.ParsedCertificate;
import io.fleetward.registry.certificate.PublicKeyFacts;
import io.fleetward.registry.certificate.Validity;
import io.fleetward.registry.certificate.X509Facts;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Certificates without cryptography: a readable text that says who it is about, whose key it holds, and whose key
 * signed it.
 *
 * <p>Thread-safe.
 */
public final class FakePki implements CertificateParser, CertificateAuthority {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----\n";
    private static final String END = "\n-----END CERTIFICATE-----\n";
    private static final String SEPARATOR = "\\|";
    private static final Validity VALIDITY =
            new Validity(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2049-12-31T23:59:59Z"));

    private final AtomicInteger issued = new AtomicInteger();

    /** The fields of the text, in its order. */
    private record Fields(String subject, String key, String issuer, String issuerKey, boolean isCa) {
        static @Nullable Fields of(String pem) {
            String text = pem.strip() + "\n";
            if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
                return null;
            }
            String[] parts =
                    text.substring(BEGIN.length(), text.length() - END.length()).split(SEPARATOR, 6);
            return parts.length == 5 ? new Fields(parts[0], parts[1], parts[2], parts[3], parts[4].equals("ca")) : null;
        }
    }

    /** A CA certificate that signed itself; the key's name tells apart CAs of the same subject. */
    public static String ca(String subject, String key) {
        return pem(subject, key, subject, key, true);
    }

    /** A device certificate that the CA with this subject and key signed. */
    public static String device(String subject, String caSubject, String caKey) {
        return pem(subject, "key of " + subject, caSubject, caKey, false);
    }

    /** A signing request that the authority accepts. */
    public static String request(String subject) {
        return "request of " + subject;
    }

    private static String pem(String subject, String key, String issuer, String issuerKey, boolean isCa) {
        return BEGIN + String.join("|", subject, key, issuer, issuerKey, isCa ? "ca" : "leaf") + END;
    }

    @Override
    public Outcome parse(String pem) {
        Fields fields = Fields.of(pem);
        return fields == null ? new Outcome.Refused("it is no certificate") : new Outcome.Parsed(parsed(pem, fields));
    }

    @Override
    public boolean isSignedBy(String pem, String issuerPem) {
        Fields certificate = Fields.of(pem);
        Fields issuer = Fields.of(issuerPem);
        return certificate != null
                && issuer != null
                && certificate.issuer().equals(issuer.subject())
                && certificate.issuerKey().equals(issuer.key());
    }

    @Override
    public IssuedWithKeys issueWithKeys() {
        return new IssuedWithKeys(issue("AWS IoT Certificate"), "public key", "private key");
    }

    @Override
    public CsrOutcome issueForRequest(String csrPem) {
        String prefix = request("");
        return csrPem.startsWith(prefix)
                ? new CsrOutcome.Issued(issue(csrPem.substring(prefix.length())))
                : new CsrOutcome.Refused("it is no request");
    }

    private ParsedCertificate issue(String subject) {
        String pem = pem(subject, "key " + issued.incrementAndGet(), "built-in", "built-in", false);
        return ((Outcome.Parsed) parse(pem)).certificate();
    }

    private static ParsedCertificate parsed(String pem, Fields fields) {
        var facts = new X509Facts(
                pem,
                new BigInteger(1, fields.key().getBytes(StandardCharsets.UTF_8)),
                name(fields.subject()),
                name(fields.issuer()),
                VALIDITY,
                PublicKeyFacts.other("EC", 256),
                "SHA256withECDSA");
        return new ParsedCertificate(
                fingerprint(pem),
                facts,
                fields.subject(),
                fields.isCa(),
                Map.of("iot:Certificate.Subject.CommonName", List.of(fields.subject())));
    }

    private static DistinguishedName name(String commonName) {
        return new DistinguishedName("CN=" + commonName, "cn=" + commonName);
    }

    private static String fingerprint(String pem) {
        try {
            byte[] text = pem.strip().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
