// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import org.jspecify.annotations.Nullable;

/**
 * What a rule is doing with stored findings. Immutable.
 *
 * @param part the number of the part whose findings are gone through, from 0
 * @param position behind which finding it goes on, in the order of fingerprints; null at the beginning
 */
public record RuleProgress(Phase phase, int part, @Nullable String position) {
    /** The constants' names are the wire names. */
    public enum Phase {
        /** What was seen is forgotten and findings are archived. */
        RETIRING,
        /** Stored findings are gone through, part by part. */
        EVALUATING,
        /** Nothing but to wait for findings. */
        SETTLED
    }

    static final RuleProgress RETIRING = new RuleProgress(Phase.RETIRING, 0, null);
    static final RuleProgress BEGINNING = new RuleProgress(Phase.EVALUATING, 0, null);
    static final RuleProgress SETTLED = new RuleProgress(Phase.SETTLED, 0, null);

    RuleProgress advanced(@Nullable String next, int parts) {
        if (next != null) {
            return new RuleProgress(Phase.EVALUATING, part, next);
        }
        return part + 1 < parts ? new RuleProgress(Phase.EVALUATING, part + 1, null) : SETTLED;
    }
}
