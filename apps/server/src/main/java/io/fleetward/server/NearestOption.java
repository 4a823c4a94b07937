// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The option somebody most likely meant by a word that is none.
 *
 * <p>A slip of the hand leaves out, adds, replaces or swaps letters: the option that takes the fewest of these to reach
 * is offered, if it takes no more than a third of its letters.
 */
final class NearestOption {
    private NearestOption() {}

    static Optional<String> to(String word, Collection<String> options) {
        String name = word.replaceFirst("=.*", "");
        return options.stream()
                .filter(option -> slips(name, option) <= option.length() / 3)
                .min(Comparator.comparingInt((String option) -> slips(name, option))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The optimal string alignment distance: rows of the usual table, two kept for the swap. */
    private static int slips(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replace = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
                if (isSwap(from, to, i, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[to.length()];
    }

    private static boolean isSwap(String from, String to, int i, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
