// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import tools.jackson.databind.node.ObjectNode;

/** How large a finding may be: 240 KB as JSON in UTF-8 (hub, size and truncation). */
final class FindingSize {
    static final int MAX_KILOBYTES = 240;

    private static final int MAX_BYTES = MAX_KILOBYTES * 1024;
    private static final int MAX_BYTES_PER_CHAR = 3;

    private FindingSize() {}

    static boolean fits(ObjectNode document) {
        String text = document.toString();
        return text.length() <= MAX_BYTES / MAX_BYTES_PER_CHAR || utf8Length(text) <= MAX_BYTES;
    }

    private static int utf8Length(String text) {
        return text.codePoints()
                .map(point -> point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
                .sum();
    }
}
