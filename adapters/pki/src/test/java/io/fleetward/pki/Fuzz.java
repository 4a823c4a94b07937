// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import io.fleetward.testkit.Seed;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Damages encodings: bytes changed, cut out, doubled or cut off. */
final class Fuzz {
    private Fuzz() {}

    static Stream<byte[]> damaged(byte[] encoding, Seed seed, int count) {
        RandomGenerator random = seed.generator();
        return IntStream.range(0, count).mapToObj(_ -> damage(encoding, random));
    }

    private static byte[] damage(byte[] encoding, RandomGenerator random) {
        int at = random.nextInt(encoding.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(encoding, at);
            case 1 -> without(encoding, at);
            case 2 -> changed(encoding, at, (byte) random.nextInt(256));
            default -> changed(changed(encoding, at, (byte) 0x84), Math.min(at + 1, encoding.length - 1), (byte) 0x7f);
        };
    }

    private static byte[] changed(byte[] encoding, int at, byte value) {
        byte[] copy = encoding.clone();
        copy[at] = value;
        return copy;
    }

    private static byte[] without(byte[] encoding, int at) {
        byte[] copy = new byte[encoding.length - 1];
        System.arraycopy(encoding, 0, copy, 0, at);
        System.arraycopy(encoding, at + 1, copy, at, copy.length - at);
        return copy;
    }
}
