// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of the console and how it is known to caches. Immutable by agreement: nobody writes to the bytes. */
@SuppressWarnings("ArrayRecordComponent") // files are never compared
record StaticFile(byte[] bytes, String tag) {
    private static final int TAG_BYTES = 16;

    static StaticFile of(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new StaticFile(bytes, "\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
