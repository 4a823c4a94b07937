// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel;

import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Fresh identifiers from a source of randomness that is handed in.
 *
 * <p>As thread-safe as its source; the server hands in a {@code SecureRandom}, tests a seeded generator.
 */
public final class Ids {
    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /** A version 4 UUID in its 36-character form. */
    public String uuid() {
        long high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** 32 lower-case hexadecimal digits. */
    public String hex32() {
        return hex(16);
    }

    /** Lower-case hexadecimal digits of that many random bytes. */
    public String hex(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
