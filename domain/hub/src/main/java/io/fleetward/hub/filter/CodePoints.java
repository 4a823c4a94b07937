// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

/** Compares texts by their code points, as both databases do; Java compares halves of the rarer ones. */
public final class CodePoints {
    private CodePoints() {}

    /** Less than, equal to or greater than 0 as the left text comes before, is or comes after the right one. */
    public static int compare(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            if (left.charAt(i) != right.charAt(i)) {
                return Integer.compare(rank(left.charAt(i)), rank(right.charAt(i)));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /** Halves of rare code points come after all characters that stand for themselves. */
    private static int rank(char character) {
        return Character.isSurrogate(character) ? Character.MAX_VALUE + 1 + character : character;
    }
}
