// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates in PEM for tests. */
final class PemTexts {
    private static final BigInteger GENERATOR = BigInteger.valueOf(65537);
    private static final BigInteger LARGEST_PRIME = BigInteger.valueOf(167);

    private PemTexts() {}

    /** A certificate whose key nobody can guess. */
    static String sound(Instant notAfter) throws Exception {
        return certificate(ellipticKeys().getPublic(), notAfter);
    }

    /** A certificate whose key bears the mark of CVE-2017-15361: its modulus is a power of 65537 for small primes. */
    static String weak(Instant notAfter) throws Exception {
        BigInteger product = BigInteger.ONE;
        for (BigInteger prime = BigInteger.TWO.nextProbablePrime();
                prime.compareTo(LARGEST_PRIME) <= 0;
                prime = prime.nextProbablePrime()) {
            product = product.multiply(prime);
        }
        BigInteger large = product.multiply(BigInteger.TWO.pow(2047 - product.bitLength()));
        BigInteger modulus = large.add(GENERATOR.modPow(BigInteger.valueOf(12345), product));
        if (!modulus.testBit(0)) {
            modulus = modulus.add(product);
        }
        return certificate(
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, GENERATOR)), notAfter);
    }

    /** A CA, a device certificate that it issued, and a list on which it revokes that. */
    record Family(String authority, String device, String revokesDevice) {}

    /** A family of its own. */
    static Family family(Instant notAfter) throws Exception {
        KeyPair keys = ellipticKeys();
        var authority = new X500Name("CN=authority");
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        Date from = Date.from(notAfter.minus(Duration.ofDays(3650)));
        Date to = Date.from(notAfter);
        byte[] own = new JcaX509v3CertificateBuilder(authority, BigInteger.ONE, from, to, authority, keys.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .build(signer)
                .getEncoded();
        byte[] device = new JcaX509v3CertificateBuilder(
                        authority,
                        BigInteger.TWO,
                        from,
                        to,
                        new X500Name("CN=pump"),
                        ellipticKeys().getPublic())
                .build(signer)
                .getEncoded();
        byte[] list = new X509v2CRLBuilder(authority, from)
                .setNextUpdate(to)
                .addCRLEntry(BigInteger.TWO, from, CRLReason.keyCompromise)
                .build(signer)
                .getEncoded();
        return new Family(pem("CERTIFICATE", own), pem("CERTIFICATE", device), pem("X509 CRL", list));
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + kind + "-----\n";
    }

    private static String certificate(PublicKey key, Instant notAfter)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var name = new X500Name("CN=pump");
        Instant notBefore = notAfter.minus(Duration.ofDays(3650));
        var builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.ONE, Date.from(notBefore), Date.from(notAfter), name, key);
        var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                .build(ellipticKeys().getPrivate());
        return pem("CERTIFICATE", builder.build(signer).getEncoded());
    }

    private static KeyPair ellipticKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
