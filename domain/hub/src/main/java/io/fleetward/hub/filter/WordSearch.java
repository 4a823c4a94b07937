// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

/**
 * Looks for a word or phrase in texts, whatever its case; letters and digits must not go on at either end.
 *
 * <p>Texts are folded once and then searched for any number of words. Immutable.
 */
public final class WordSearch {
    private final String word;
    private final TextSearch search;

    public WordSearch(String word) {
        this.word = fold(word);
        this.search = new TextSearch(this.word);
    }

    /** The text without difference of case; as long as before. */
    static String fold(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = Character.toLowerCase(Character.toUpperCase(characters[i]));
        }
        return new String(characters);
    }

    /** Whether the word stands in the folded text. */
    boolean occursIn(String folded) {
        return search.any(folded, start -> isAlone(folded, start));
    }

    private boolean isAlone(String text, int start) {
        return isEdge(text, start - 1, word.charAt(0))
                && isEdge(text, start + word.length(), word.charAt(word.length() - 1));
    }

    private static boolean isEdge(String text, int neighbor, char own) {
        boolean isInside = neighbor >= 0 && neighbor < text.length();
        return !isInside || !Character.isLetterOrDigit(text.charAt(neighbor)) || !Character.isLetterOrDigit(own);
    }
}
