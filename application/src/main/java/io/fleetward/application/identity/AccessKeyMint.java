// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Makes access key ids and secrets of the form that AWS tools know: {@code AKIA} and 16 letters or digits, 40 characters.
 *
 * <p>As thread-safe and as unpredictable as its source of randomness.
 */
public final class AccessKeyMint {
    private static final String ID_PREFIX = "AKIA";
    private static final String ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int ID_RANDOM_LENGTH = 16;
    /** Thirty bytes are forty characters of Base64 without padding. */
    private static final int SECRET_BYTES = 30;

    private final RandomGenerator random;

    public AccessKeyMint(RandomGenerator random) {
        this.random = random;
    }

    String id() {
        var id = new StringBuilder(ID_PREFIX);
        for (int i = 0; i < ID_RANDOM_LENGTH; i++) {
            id.append(ID_ALPHABET.charAt(random.nextInt(ID_ALPHABET.length())));
        }
        return id.toString();
    }

    AccessKeySecret secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return new AccessKeySecret(Base64.getEncoder().encodeToString(bytes));
    }
}
