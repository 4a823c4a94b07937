// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.evaluate.BehaviorEvaluator;

/**
 * A behavior of an attached security profile, ready to be judged.
 *
 * <p>Immutable.
 *
 * @param since from when on everything that concerns it is measured, in epoch milliseconds
 */
public record WatchedBehavior(String profile, Behavior behavior, BehaviorEvaluator evaluator, long since) {
    static WatchedBehavior of(String profile, Behavior behavior, long since) {
        return new WatchedBehavior(profile, behavior, BehaviorEvaluator.of(behavior), since);
    }

    /** What has to be measured for it. */
    public Series series() {
        return new Series(behavior.metric(), behavior.periods());
    }

    /** Whether the other is the same behavior of the same profile, by name. */
    public boolean isNamedLike(WatchedBehavior other) {
        return profile.equals(other.profile) && behavior.name().equals(other.behavior.name());
    }
}
