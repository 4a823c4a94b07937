// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Certificates and requests as other people's tools make them. */
final class TestCertificates {
    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant TO = Instant.parse("2036-01-01T00:00:00Z");

    private TestCertificates() {}

    static KeyPair ec(String curve) {
        try {
            // The platform knows the three common curves only.
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** A certificate being put together. */
    static Draft certificate(String subject, KeyPair keys) {
        return new Draft(new X500Name(subject), keys);
    }

    static final class Draft {
        private final X500Name subject;
        private final KeyPair keys;
        private X500Name issuer;
        private PrivateKey signingKey;
        private String algorithm;
        private boolean isCa;
        private ASN1ObjectIdentifier extension = Extension.nameConstraints;
        private ASN1Encodable value = new BasicConstraints(false);
        private boolean isExtended;

        private Draft(X500Name subject, KeyPair keys) {
            this.subject = subject;
            this.keys = keys;
            this.issuer = subject;
            this.signingKey = keys.getPrivate();
            this.algorithm = algorithm(keys);
        }

        Draft issuedBy(String name, KeyPair issuerKeys) {
            issuer = new X500Name(name);
            signingKey = issuerKeys.getPrivate();
            algorithm = algorithm(issuerKeys);
            return this;
        }

        Draft signedWith(String given) {
            algorithm = given;
            return this;
        }

        Draft ca() {
            isCa = true;
            return this;
        }

        Draft extension(ASN1ObjectIdentifier id, ASN1Encodable given) {
            extension = id;
            value = given;
            isExtended = true;
            return this;
        }

        byte[] der() {
            try {
                X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger("123456789abcdef", 16),
                        Date.from(FROM),
                        Date.from(TO),
                        subject,
                        keys.getPublic());
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isCa));
                if (isExtended) {
                    builder.addExtension(extension, false, value);
                }
                return new JcaX509CertificateConverter()
                        .getCertificate(builder.build(signer().build(signingKey)))
                        .getEncoded();
            } catch (CertIOException | OperatorCreationException | GeneralSecurityException failure) {
                throw new IllegalStateException(failure);
            }
        }

        /** The platform names the algorithm with parameters otherwise. */
        private JcaContentSignerBuilder signer() {
            var signer = new JcaContentSignerBuilder(algorithm);
            return algorithm.endsWith("MGF1") ? signer.setProvider(new BouncyCastleProvider()) : signer;
        }

        String pem() {
            return Pem.encode(Pem.CERTIFICATE, der());
        }

        private static String algorithm(KeyPair keys) {
            return keys.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        }
    }

    /** A request for the first pair's public key, signed with the second's private key. */
    static String request(String subject, KeyPair keys, KeyPair signingKeys) {
        try {
            var signer = new JcaContentSignerBuilder(Draft.algorithm(signingKeys));
            if (!signingKeys.getPrivate().getAlgorithm().equals("RSA")) {
                signer.setProvider(new BouncyCastleProvider());
            }
            byte[] der = new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), keys.getPublic())
                    .build(signer.build(signingKeys.getPrivate()))
                    .getEncoded();
            return Pem.encode(Pem.CERTIFICATE_REQUEST, der);
        } catch (OperatorCreationException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String request(String subject, KeyPair keys) {
        return request(subject, keys, keys);
    }
}
