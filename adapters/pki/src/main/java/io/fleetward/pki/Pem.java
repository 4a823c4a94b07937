// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One DER structure as PEM text: strict in reading, RFC 7468 in writing. */
final class Pem {
    static final String CERTIFICATE = "CERTIFICATE";
    static final String CERTIFICATE_REQUEST = "CERTIFICATE REQUEST";
    /** What older tools write for a request. */
    static final String NEW_CERTIFICATE_REQUEST = "NEW CERTIFICATE REQUEST";

    static final String PRIVATE_KEY = "PRIVATE KEY";
    static final String PUBLIC_KEY = "PUBLIC KEY";
    static final String RSA_PRIVATE_KEY = "RSA PRIVATE KEY";

    private static final int LINE = 64;
    private static final byte[] NEW_LINE = {'\n'};

    private Pem() {}

    static String encode(String label, byte[] der) {
        String body = Base64.getMimeEncoder(LINE, NEW_LINE).encodeToString(der);
        return begin(label) + "\n" + body + "\n" + end(label) + "\n";
    }

    /** The content of the one block with this label; null when the text is anything else than just that block. */
    static byte @Nullable [] decode(String label, String text) {
        String block = text.strip();
        if (!block.startsWith(begin(label)) || !block.endsWith(end(label))) {
            return null;
        }
        int from = begin(label).length();
        int to = block.length() - end(label).length();
        return from > to ? null : decodeBody(block.substring(from, to));
    }

    private static byte @Nullable [] decodeBody(String body) {
        byte[] digits = new byte[body.length()];
        int count = 0;
        for (byte each : body.getBytes(StandardCharsets.ISO_8859_1)) {
            if (each != '\n' && each != '\r' && each != ' ' && each != '\t') {
                digits[count++] = each;
            }
        }
        try {
            return Base64.getDecoder().decode(Arrays.copyOf(digits, count));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}
