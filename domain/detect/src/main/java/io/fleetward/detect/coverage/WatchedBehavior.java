// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.LearnedCriteria;
import io.fleetward.detect.behavior.StaticCriteria;
import io.fleetward.detect.behavior.Statistic;
import io.fleetward.detect.behavior.StatisticalCriteria;
import io.fleetward.detect.evaluate.BehaviorEvaluator;
import org.jspecify.annotations.Nullable;

/**
 * A behavior of an attached security profile, ready to be judged.
 *
 * <p>Immutable.
 *
 * @param comparison what of other devices it compares a device with; null when it does not
 * @param model the model by which it judges a device; null when it does not
 * @param since from when on everything that concerns it is measured, in epoch milliseconds
 */
public record WatchedBehavior(
        String profile,
        Behavior behavior,
        BehaviorEvaluator evaluator,
        @Nullable Comparison comparison,
        @Nullable ModelKey model,
        long since) {

    /** A percentile of a population. */
    public record Comparison(PopulationKey population, Statistic statistic) {}

    /** The behavior of a profile on one of its targets, watched from this instant on, in epoch milliseconds. */
    public static WatchedBehavior of(WatchedTarget on, Behavior behavior, long since) {
        Comparison comparison = switch (behavior.criteria()) {
            case StaticCriteria _, LearnedCriteria _ -> null;
            case StatisticalCriteria statistical ->
                new Comparison(
                        new PopulationKey(on.scope(), on.profile(), behavior.name(), series(behavior)),
                        statistical.statistic());
        };
        ModelKey model = behavior.criteria() instanceof LearnedCriteria ? on.model(behavior) : null;
        return new WatchedBehavior(on.profile(), behavior, BehaviorEvaluator.of(behavior), comparison, model, since);
    }

    /** What has to be measured for it. */
    public Series series() {
        return series(behavior);
    }

    private static Series series(Behavior behavior) {
        return new Series(behavior.measurand(), behavior.windowSeconds());
    }
}
