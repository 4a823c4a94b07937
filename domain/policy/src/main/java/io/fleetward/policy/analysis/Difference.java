// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.evaluate.Outcome;
import java.util.List;

/**
 * Something that a change of policies changes.
 *
 * <p>Immutable.
 *
 * @param before what became of such a request
 * @param after what becomes of it now
 * @param because the statements on either side that make the difference
 */
public record Difference(Witness witness, Outcome before, Outcome after, List<PlacedStatement> because) {
    public Difference {
        because = List.copyOf(because);
    }

    /** Whether such requests were refused and are not any more. */
    public boolean isAllowedNow() {
        return after.isAllowed();
    }

    /** Whether such requests were allowed and are not any more. */
    public boolean isDeniedNow() {
        return before.isAllowed();
    }
}
