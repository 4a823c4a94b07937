// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes a device's TLS context from PEM texts with nothing but the JDK. */
final class DeviceTls {
    private static final char[] NO_PASSWORD = new char[0];

    /** What stands before the bytes of a PKCS#1 RSA key to make it PKCS#8: version 0, rsaEncryption, NULL. */
    private static final byte[] RSA_ALGORITHM = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private DeviceTls() {}

    /** The context of a client that trusts only this authority and shows this certificate. */
    static SSLContext context(String ca, String certificate, String privateKey) throws ConfigurationException {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            KeyStore authorities = emptyStore();
            int count = 0;
            for (Certificate authority : certificates(ca)) {
                authorities.setCertificateEntry("ca" + count++, authority);
            }
            trust.init(authorities);
            KeyStore own = emptyStore();
            own.setKeyEntry("device", privateKey(privateKey), NO_PASSWORD, certificates(certificate));
            var identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            identity.init(own, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException | IllegalArgumentException unusable) {
            throw new ConfigurationException("the certificates or the key cannot be used: " + unusable.getMessage());
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Certificate[] certificates(String pem) throws GeneralSecurityException {
        InputStream bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(bytes)
                .toArray(Certificate[]::new);
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        byte[] der = Base64.getDecoder().decode(base64);
        var spec = new PKCS8EncodedKeySpec(pem.contains("BEGIN RSA PRIVATE KEY") ? wrap(der) : der);
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (InvalidKeySpecException notRsa) {
            return KeyFactory.getInstance("EC").generatePrivate(spec);
        }
    }

    private static byte[] wrap(byte[] pkcs1) {
        byte[] octets = tagged(0x04, new byte[0], pkcs1);
        return tagged(0x30, RSA_ALGORITHM, octets);
    }

    /** A DER element with a two-byte length, which every RSA key of 1,024 to 8,192 bits has. */
    private static byte[] tagged(int tag, byte[] first, byte[] second) {
        int length = first.length + second.length;
        byte[] element = new byte[length + 4];
        element[0] = (byte) tag;
        element[1] = (byte) 0x82;
        element[2] = (byte) (length >> 8);
        element[3] = (byte) length;
        System.arraycopy(first, 0, element, 4, first.length);
        System.arraycopy(second, 0, element, 4 + first.length, second.length);
        return element;
    }
}
