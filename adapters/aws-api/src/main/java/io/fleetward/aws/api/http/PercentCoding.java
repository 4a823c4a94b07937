// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as signatures need it: everything outside the RFC 3986 unreserved set, in upper-case hex. */
public final class PercentCoding {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final boolean[] UNRESERVED = unreserved();

    private PercentCoding() {}

    /** Appends the encoded text; a slash stays as it is when asked for. */
    public static void encode(String text, boolean keepSlash, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < UNRESERVED.length && (UNRESERVED[c] || (keepSlash && c == '/'))) {
                out.append(c);
            } else if (c < UNRESERVED.length) {
                escape(c, out);
            } else {
                encodeRest(text.substring(i), keepSlash, out);
                return;
            }
        }
    }

    /** The encoded text. */
    public static String encode(String text) {
        var out = new StringBuilder(text.length() + 16);
        encode(text, false, out);
        return out.toString();
    }

    /** Decodes; refuses broken escapes and what is not UTF-8. A plus sign means a space only where asked for. */
    public static String decode(String text, boolean plusIsSpace) {
        if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0)) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < raw.length; i++) {
            byte b = raw[i];
            if (b == '%') {
                b = unescape(raw, i);
                i += 2;
            } else if (b == '+' && plusIsSpace) {
                b = ' ';
            }
            raw[length++] = b;
        }
        return utf8(raw, length);
    }

    private static byte unescape(byte[] raw, int at) {
        int high = at + 2 < raw.length ? Character.digit(raw[at + 1], 16) : -1;
        int low = at + 2 < raw.length ? Character.digit(raw[at + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw new MalformedUriException("The request URI holds a broken percent escape.");
        }
        return (byte) (high << 4 | low);
    }

    private static String utf8(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedUriException("The request URI is not percent-encoded UTF-8.");
        }
    }

    private static void encodeRest(String text, boolean keepSlash, StringBuilder out) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0 && (UNRESERVED[b] || (keepSlash && b == '/'))) {
                out.append((char) b);
            } else {
                escape(b & 0xff, out);
            }
        }
    }

    private static void escape(int octet, StringBuilder out) {
        out.append('%').append(HEX[octet >> 4]).append(HEX[octet & 0xf]);
    }

    private static boolean[] unreserved() {
        var set = new boolean[128];
        for (char c = 0; c < set.length; c++) {
            set[c] = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '.'
                    || c == '_'
                    || c == '~';
        }
        return set;
    }
}
