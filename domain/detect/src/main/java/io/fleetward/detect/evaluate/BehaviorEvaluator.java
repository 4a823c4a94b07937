// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.LearnedCriteria;
import io.fleetward.detect.behavior.StaticCriteria;
import io.fleetward.detect.behavior.StatisticalCriteria;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/** Judges windows against one behavior; one implementation per kind of criteria. Immutable, thread-safe. */
public sealed interface BehaviorEvaluator permits StaticEvaluator, SetEvaluator, PercentileEvaluator, LearnedEvaluator {
    /** The evaluator for this behavior. */
    static BehaviorEvaluator of(Behavior behavior) {
        return switch (behavior.criteria()) {
            case StaticCriteria fixed when behavior.metric().isSet() -> SetEvaluator.of(fixed);
            case StaticCriteria fixed -> StaticEvaluator.of(behavior.metric(), fixed);
            case StatisticalCriteria statistical -> PercentileEvaluator.of(behavior.metric(), statistical);
            case LearnedCriteria learned -> LearnedEvaluator.of(behavior.metric(), learned);
        };
    }

    /** The verdict on a window that is still filling: violating as soon as nothing can mend it, else undecided. */
    Verdict judgeOpen(Gathered window);

    /**
     * The verdict on a window that is over.
     *
     * @param isWhole whether the device was watched from the window's start
     * @param yardstick what the window is compared with, where that is not a fixed bound; null when it is not known
     */
    Verdict judgeClosed(Gathered window, boolean isWhole, @Nullable Yardstick yardstick);

    /** What of the window is compared, as users see it. */
    MetricValue measured(Gathered window);
}
