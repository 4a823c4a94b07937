// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import io.fleetward.registry.certificate.Validity;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * What a device that keeps its key to itself makes: a P-256 key and, with it, a signing request or a certificate of its
 * own.
 *
 * <p>Immutable; never prints the key.
 */
public final class DeviceKey {
    private static final String ALGORITHM = "SHA256withECDSA";

    private final X500Name subject;
    private final KeyPair keys;
    private final SecureRandom random;

    private DeviceKey(X500Name subject, KeyPair keys, SecureRandom random) {
        this.subject = subject;
        this.keys = keys;
        this.random = random;
    }

    /** A fresh key of the device of this name. */
    public static DeviceKey create(String commonName, SecureRandom random) {
        X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
        return new DeviceKey(subject, KeyPairs.p256(random), random);
    }

    /** The private key in PEM (PKCS #8). */
    public String privateKeyPem() {
        return Pem.encode(Pem.PRIVATE_KEY, keys.getPrivate().getEncoded());
    }

    /** A certificate signing request for the key, in PEM (PKCS #10). */
    public String signingRequestPem() {
        try {
            var signer = new JcaContentSignerBuilder(ALGORITHM)
                    .setSecureRandom(random)
                    .build(keys.getPrivate());
            byte[] der = new JcaPKCS10CertificationRequestBuilder(subject, keys.getPublic())
                    .build(signer)
                    .getEncoded();
            return Pem.encode(Pem.CERTIFICATE_REQUEST, der);
        } catch (IOException | OperatorCreationException failure) {
            throw new IllegalStateException("cannot sign a request with a fresh key", failure);
        }
    }

    /** A certificate that the device signs itself, in PEM, for registration without a CA. */
    public String selfSignedPem(Validity validity) {
        var template = new CertificateTemplate(subject, keys.getPublic(), validity)
                .critical(Extension.basicConstraints, new BasicConstraints(false))
                .critical(Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature));
        var signer = new CertificateSigner(subject, keys.getPublic(), keys.getPrivate(), random);
        try {
            return Pem.encode(Pem.CERTIFICATE, signer.sign(template).getEncoded());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot sign a certificate with a fresh key", failure);
        }
    }

    @Override
    public String toString() {
        return "DeviceKey[" + subject + "]";
    }
}
