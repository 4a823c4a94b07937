// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

/**
 * Which words there are. A word is spelled from left to right; what may follow depends on a mode, a number that means
 * something to the grammar alone.
 *
 * <p>Implementations are immutable.
 */
public sealed interface Grammar permits Names, Selections {
    /** Where a further letter goes. */
    interface Pen {
        /** Writes a letter on the name, on the filter, or on both, and goes on in that mode. */
        void write(int letter, boolean inName, boolean inFilter, long mode);
    }

    /** The mode before the first letter. */
    long start();

    /** Whether the word may end here. */
    boolean mayEnd(long mode);

    /** The characters that the grammar itself tells from all others. */
    String telling();

    /** The letters that stand before every word. */
    int[] before();

    /** The letters that stand after every word. */
    int[] after();

    /** Writes every letter that may follow and is expected, and one for all the others that may follow. */
    void follow(long mode, Expected expected, Pen pen);
}
