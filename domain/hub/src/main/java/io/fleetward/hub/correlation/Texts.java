// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

/** Makes texts fit into findings. */
final class Texts {
    private Texts() {}

    /** The text, or as much of it as there is room for and an ellipsis. */
    static String cut(String text, int limit) {
        if (text.codePointCount(0, text.length()) <= limit) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, limit - 1)) + "…";
    }
}
