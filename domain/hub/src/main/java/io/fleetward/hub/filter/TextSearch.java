// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import java.util.function.IntPredicate;

/**
 * Finds a text in others in a time that grows with the length of both and not with their product, whatever they are
 * (Knuth, Morris, Pratt). Immutable.
 */
final class TextSearch {
    private final String wanted;

    /** For each beginning of the wanted text how much of it is found again at its own end. */
    private final int[] borders;

    /**
     * Prepares the search.
     *
     * @param wanted not empty
     */
    TextSearch(String wanted) {
        this.wanted = wanted;
        this.borders = new int[wanted.length()];
        int border = 0;
        for (int i = 1; i < wanted.length(); i++) {
            border = extended(border, wanted.charAt(i));
            borders[i] = border;
        }
    }

    /** Whether the wanted text stands at any place that is accepted; overlapping ones are asked for too. */
    boolean any(String text, IntPredicate accepts) {
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            found = extended(found == wanted.length() ? borders[found - 1] : found, text.charAt(i));
            if (found == wanted.length() && accepts.test(i + 1 - found)) {
                return true;
            }
        }
        return false;
    }

    /** How much of the wanted text is found when this character follows so much of it. */
    private int extended(int found, char next) {
        int kept = found;
        while (kept > 0 && wanted.charAt(kept) != next) {
            kept = borders[kept - 1];
        }
        return wanted.charAt(kept) == next ? kept + 1 : kept;
    }
}
