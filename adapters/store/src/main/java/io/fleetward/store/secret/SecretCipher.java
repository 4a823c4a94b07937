// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.secret;

import io.fleetward.application.error.TerminalException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts secrets for a column of the store: AES-256-GCM with a fresh nonce each time.
 *
 * <p>Each text is bound to its place, for example the id of the access key: moved to another row it does not open. The
 * form is {@code 1:} and the Base64 of nonce, ciphertext and tag. Keys for other purposes are derived from the same
 * master key, so that it is the only one to keep. Thread-safe.
 */
public final class SecretCipher {
    private static final String VERSION = "1:";
    /** What GCM is built for, NIST SP 800-38D section 8.2. */
    private static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;

    private final MasterKey key;
    private final SecureRandom random;

    SecretCipher(MasterKey key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /** Encrypts the secret for its place. */
    public String seal(String secret, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return VERSION + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES/GCM", impossible);
        }
    }

    /** Decrypts what was sealed for the same place under the same master key. */
    public String open(String sealed, String place) {
        try {
            if (!sealed.startsWith(VERSION)) {
                throw new IllegalArgumentException("unknown version");
            }
            byte[] all = Base64.getDecoder().decode(sealed.substring(VERSION.length()));
            byte[] nonce = new byte[NONCE_BYTES];
            ByteBuffer.wrap(all).get(nonce);
            byte[] secret =
                    cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | RuntimeException failure) {
            throw new TerminalException("the stored secret of " + place + " is damaged", failure);
        }
    }

    /**
     * A key for something other than columns, made from the master key and never stored.
     *
     * @param purpose what the key is for; one purpose has the same key as long as the master key does, on every node
     * @return 32 secret bytes
     */
    public byte[] keyFor(String purpose) {
        return key.derive("fleetward " + purpose);
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.forEncryption(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
