// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import java.util.BitSet;
import java.util.function.Supplier;

/**
 * A word and the patterns, by number, that match it.
 *
 * <p>Immutable.
 *
 * @param spelling spells the word, which hardly anybody asks for
 */
public record Reading(BitSet matched, Supplier<Word> spelling) {
    /** The word. */
    public Word word() {
        return spelling.get();
    }
}
