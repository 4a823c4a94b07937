// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How large findings are as JSON in UTF-8 without blanks, and how large one may be: 240 KB (hub, size and truncation).
 */
public final class FindingSize {
    static final int MAX_KILOBYTES = 240;

    private static final int MAX_BYTES = MAX_KILOBYTES * 1024;
    private static final int SHORT_ESCAPE = 2;
    private static final int LONG_ESCAPE = 6;

    private FindingSize() {}

    static boolean fits(ObjectNode document) {
        return of(document) <= MAX_BYTES;
    }

    /** The bytes of the value, counted without writing it. */
    public static long of(JsonNode value) {
        if (value.isString()) {
            return text(value.stringValue());
        }
        if (value.isObject()) {
            long bytes = around(value.size());
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                bytes += text(member.getKey()) + 1 + of(member.getValue());
            }
            return bytes;
        }
        if (value.isArray()) {
            return around(value.size())
                    + value.valueStream().mapToLong(FindingSize::of).sum();
        }
        return value.toString().length();
    }

    /** Brackets and commas. */
    private static long around(int parts) {
        return 2L + Math.max(0, parts - 1);
    }

    private static long text(String text) {
        long bytes = 2;
        for (int i = 0; i < text.length(); i++) {
            bytes += character(text.charAt(i));
        }
        return bytes;
    }

    /** A surrogate is half of a character of four bytes. */
    private static int character(char unit) {
        if (unit >= 0x80) {
            return unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
        }
        return switch (unit) {
            case '"', '\\', '\b', '\t', '\n', '\f', '\r' -> SHORT_ESCAPE;
            default -> unit < ' ' ? LONG_ESCAPE : 1;
        };
    }
}
