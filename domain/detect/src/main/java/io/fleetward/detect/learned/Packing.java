// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.function.Function;
import java.util.zip.CRC32C;

/** The frame of everything that is written down here: what it is, its version, and a sum that tells damage. */
final class Packing {
    private static final byte VERSION = 1;
    private static final int HEAD_BYTES = 2;
    private static final int SUM_BYTES = 4;

    /** How many bytes the frame adds. */
    static final int FRAME_BYTES = HEAD_BYTES + SUM_BYTES;

    private Packing() {}

    /** A frame with room for so many bytes. */
    static ByteBuffer open(char what, int bytes) {
        return ByteBuffer.allocate(bytes + FRAME_BYTES).put((byte) what).put(VERSION);
    }

    /** Closes the frame around what was put. */
    static byte[] close(ByteBuffer buffer) {
        int body = buffer.position();
        byte[] bytes = new byte[body + SUM_BYTES];
        buffer.flip().get(bytes, 0, body);
        ByteBuffer.wrap(bytes).putInt(body, sum(bytes, body));
        return bytes;
    }

    /**
     * Opens a frame and reads what is in it.
     *
     * @param body throws {@link IllegalArgumentException} where something cannot be
     */
    static <T> Reading<T> read(char what, byte[] bytes, int most, Function<ByteBuffer, T> body) {
        if (bytes.length < FRAME_BYTES || bytes.length > most) {
            return new Reading.Unreadable<>("of " + bytes.length + " bytes");
        }
        int end = bytes.length - SUM_BYTES;
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (buffer.getInt(end) != sum(bytes, end)) {
            return new Reading.Unreadable<>("damaged");
        }
        if (buffer.get() != (byte) what || buffer.get() != VERSION) {
            return new Reading.Unreadable<>("of another kind or version");
        }
        try {
            T value = body.apply(buffer.limit(end));
            return buffer.hasRemaining() ? new Reading.Unreadable<>("too long") : new Reading.Read<>(value);
        } catch (BufferUnderflowException cut) {
            return new Reading.Unreadable<>("cut off");
        } catch (IllegalArgumentException wrong) {
            return new Reading.Unreadable<>(String.valueOf(wrong.getMessage()));
        }
    }

    private static int sum(byte[] bytes, int length) {
        var sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }

    /** A number that must be finite. */
    static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number is not finite");
        }
        return value;
    }

    /** A number that must be finite and not negative. */
    static double positive(double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a number is negative or not finite");
        }
        return value;
    }

    static int count(int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("a count is " + value);
        }
        return value;
    }
}
