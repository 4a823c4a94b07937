// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for long texts: 128 bits of their SHA-256 in 32 hexadecimal digits. */
public final class Fingerprint {
    private static final int BYTES = 16;

    private Fingerprint() {}

    /** The fingerprint of these texts, one after the other. */
    public static String of(String... texts) {
        MessageDigest digest = sha256();
        for (int i = 0; i < texts.length; i++) {
            if (i > 0) {
                digest.update((byte) 0);
            }
            digest.update(texts[i].getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
