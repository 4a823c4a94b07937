// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The coverages that one plan gives rise to, each made once.
 *
 * <p>Mutable and confined to its owner.
 */
public final class Coverages {
    private final ScopePlan plan;
    private final Map<BitSet, Coverage> made = new HashMap<>();

    public Coverages(ScopePlan plan) {
        this.plan = plan;
    }

    /** Of how many seconds on the wire the windows of all devices can be put together. */
    public int grain() {
        return plan.grain();
    }

    /** What is watched on a device of which the registry says this. */
    public Coverage of(Membership membership) {
        return made.computeIfAbsent(plan.watchesOf(membership), plan::coverage);
    }
}
