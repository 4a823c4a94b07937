// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 and its keyed form. Thread-safe: every computation works on a copy of a fresh state. */
final class Sha256 {
    private static final String HMAC = "HmacSHA256";
    private static final MessageDigest FRESH = fresh();

    private Sha256() {}

    /** The digest in lower-case hex. */
    static String hex(byte[] data) {
        try {
            var digest = (MessageDigest) FRESH.clone();
            return HexFormat.of().formatHex(digest.digest(data));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the platform's SHA-256 can be cloned", impossible);
        }
    }

    /** The digest of the text's UTF-8 form in lower-case hex. */
    static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A keyed state that is copied for every use and never used itself. */
    static Mac keyed(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + HMAC, missing);
        }
    }

    /** The keyed hash of the text. */
    static byte[] hmac(Mac keyed, String text) {
        try {
            return ((Mac) keyed.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the platform's " + HMAC + " can be cloned", impossible);
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
