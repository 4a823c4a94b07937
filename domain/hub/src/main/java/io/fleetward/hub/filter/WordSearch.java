// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

/** Looks for a word or phrase in texts, whatever its case; letters and digits must not go on at either end. */
public record WordSearch(String word) {
    /** Whether the word stands in the text. */
    public boolean occursIn(String text) {
        int length = word.length();
        for (int start = 0; start + length <= text.length(); start++) {
            if (text.regionMatches(true, start, word, 0, length)
                    && isEdge(text, start - 1, word.charAt(0))
                    && isEdge(text, start + length, word.charAt(length - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEdge(String text, int neighbor, char own) {
        boolean isInside = neighbor >= 0 && neighbor < text.length();
        return !isInside || !Character.isLetterOrDigit(text.charAt(neighbor)) || !Character.isLetterOrDigit(own);
    }
}
