// SPDX-License-Identifier: Apache-2.0
package io.fleetward.demo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes a device's TLS context from PEM texts with nothing but the JDK. */
public final class DeviceTls {
    private static final char[] NO_PASSWORD = new char[0];

    /** What stands before the bytes of a PKCS#1 RSA key to make it PKCS#8: version 0, rsaEncryption, NULL. */
    private static final byte[] RSA_ALGORITHM = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private DeviceTls() {}

    /** The context of a client that trusts only the authority in that file and shows this certificate. */
    public static SSLContext context(Path caFile, DeviceKeys keys) throws Exception {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore authorities = emptyStore();
        authorities.setCertificateEntry("ca", certificate(Files.readString(caFile)));
        trust.init(authorities);

        KeyStore own = emptyStore();
        own.setKeyEntry("device", privateKey(keys.privateKeyPem()), NO_PASSWORD, new Certificate[] {
            certificate(keys.certificatePem())
        });
        var identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(own, NO_PASSWORD);

        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore emptyStore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Certificate certificate(String pem) throws GeneralSecurityException {
        InputStream bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
        return CertificateFactory.getInstance("X.509").generateCertificate(bytes);
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        byte[] der = Base64.getDecoder().decode(base64);
        byte[] pkcs8 = pem.contains("BEGIN RSA PRIVATE KEY") ? wrap(der) : der;
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static byte[] wrap(byte[] pkcs1) {
        byte[] octets = tagged((byte) 0x04, pkcs1);
        byte[] body = new byte[RSA_ALGORITHM.length + octets.length];
        System.arraycopy(RSA_ALGORITHM, 0, body, 0, RSA_ALGORITHM.length);
        System.arraycopy(octets, 0, body, RSA_ALGORITHM.length, octets.length);
        return tagged((byte) 0x30, body);
    }

    /** A DER element with a two-byte length, which every RSA key of 1,024 to 8,192 bits has. */
    private static byte[] tagged(byte tag, byte[] content) {
        byte[] element = new byte[content.length + 4];
        element[0] = tag;
        element[1] = (byte) 0x82;
        element[2] = (byte) (content.length >> 8);
        element[3] = (byte) content.length;
        System.arraycopy(content, 0, element, 4, content.length);
        return element;
    }
}
