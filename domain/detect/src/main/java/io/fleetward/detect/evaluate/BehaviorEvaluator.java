// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.StaticCriteria;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Tally;

/** Judges windows against one behavior; one implementation per kind of criteria. Immutable, thread-safe. */
public sealed interface BehaviorEvaluator permits StaticEvaluator {
    /** The evaluator for this behavior. */
    static BehaviorEvaluator of(Behavior behavior) {
        return switch (behavior.criteria()) {
            case StaticCriteria fixed -> StaticEvaluator.of(behavior.metric(), fixed);
        };
    }

    /** The verdict on a window that is still filling: violating as soon as nothing can mend it, else undecided. */
    Verdict judgeOpen(Tally window);

    /**
     * The verdict on a window that is over.
     *
     * @param isWhole whether the device was watched from the window's start
     */
    Verdict judgeClosed(Tally window, boolean isWhole);

    /** The figure of the window that is compared, as users see it. */
    MetricValue measured(Tally window);
}
