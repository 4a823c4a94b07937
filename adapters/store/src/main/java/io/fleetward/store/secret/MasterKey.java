// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The 256-bit key under which secrets are stored. Immutable; never prints its bytes. */
public final class MasterKey {
    static final int BYTES = 32;

    private final byte[] bytes;

    MasterKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a master key has " + BYTES + " bytes");
        }
        this.bytes = bytes.clone();
    }

    SecretKey forEncryption() {
        return new SecretKeySpec(bytes, "AES");
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** A key of the same length for one purpose: HKDF with SHA-256 (RFC 5869), from which this key cannot be told. */
    byte[] derive(String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(bytes)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HKDF-SHA256", impossible);
        }
    }

    /** Tells two keys apart without giving anything of them away. */
    String fingerprint() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            byte[] digest = mac.doFinal("fleetward master key fingerprint".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[hidden]";
    }
}
