// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import java.util.Set;
import java.util.function.IntPredicate;

/** Over how many seconds behaviors may measure. */
public enum Durations {
    /** Those of AWS. */
    AWS(Set.of(300, 600, 900, 1800, 3600)::contains, "one of 300, 600, 900, 1800, 3600"),
    /**
     * Any up to an hour.
     *
     * <p>Deviation: on AWS no window is shorter than five minutes; only where the installation allows it.
     */
    FROM_ONE_SECOND(seconds -> seconds >= 1 && seconds <= 3600, "from 1 to 3600");

    private final IntPredicate rule;
    private final String description;

    Durations(IntPredicate rule, String description) {
        this.rule = rule;
        this.description = description;
    }

    boolean allow(int seconds) {
        return rule.test(seconds);
    }

    /** Which they are, as the end of a sentence. */
    String description() {
        return description;
    }
}
