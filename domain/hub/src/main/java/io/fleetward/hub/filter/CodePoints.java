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

    /** The first text that comes after all that begin with this one; empty where there is none. */
    public static String behindAllThatBeginWith(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            int start = end - Character.charCount(last);
            if (last != Character.MAX_CODE_POINT) {
                return isHalf(last) ? "" : prefix.substring(0, start) + Character.toString(next(last));
            }
            end = start;
        }
        return "";
    }

    private static int next(int codePoint) {
        return isHalf(codePoint + 1) ? Character.MAX_SURROGATE + 1 : codePoint + 1;
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** Halves of rare code points come after all characters that stand for themselves. */
    private static int rank(char character) {
        return Character.isSurrogate(character) ? Character.MAX_VALUE + 1 + character : character;
    }
}
