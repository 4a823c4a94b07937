// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

/**
 * How much work is left for the searches that share it; bounds their time and their memory. Confined to one thread.
 */
public final class Budget {
    private int left;

    /** @param work a letter that is read costs one for every 64 positions of the automaton, and a little more */
    public Budget(int work) {
        left = work;
    }

    /** Takes that much, or answers false when not enough is left; then nothing is left. */
    public boolean spend(int work) {
        left -= Math.min(left, work);
        return left > 0;
    }

    /** Whether nothing is left. */
    boolean isSpent() {
        return left <= 0;
    }
}
