// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.behavior.LearnedCriteria;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.coverage.WatchedBehavior;
import io.fleetward.detect.evaluate.Expectation;
import io.fleetward.detect.evaluate.LearnedEvaluator;
import io.fleetward.detect.learned.Judgement;
import io.fleetward.detect.window.MetricWindow;
import org.jspecify.annotations.Nullable;

/**
 * Asks learned models about the windows of one device, from which the device's own baselines learn meanwhile.
 *
 * <p>Confined to the call.
 */
final class LearnedWatch {
    private final DeviceKey device;
    private final DeviceState state;
    private final OperatorContext context;

    LearnedWatch(DeviceKey device, DeviceState state, OperatorContext context) {
        this.device = device;
        this.state = state;
        this.context = context;
    }

    /** What the model of the behavior at this position says of a window that is over; null while there is none. */
    @Nullable
    Expectation judge(int behavior, ModelKey key, MetricWindow window) {
        ModelInForce inForce = context.model(key);
        WatchedBehavior watched = state.coverage().behavior(behavior);
        if (inForce == null
                || !(watched.evaluator() instanceof LearnedEvaluator evaluator)
                || !(watched.behavior().criteria() instanceof LearnedCriteria criteria)) {
            return null;
        }
        DevicePast known = known(behavior, key, inForce);
        long at = Math.max(window.end(), known.lastAt());
        Judgement judgement =
                inForce.model().judge(known.baseline(), at, evaluator.figure(window.gathered()), criteria.confidence());
        state.past(behavior, new DevicePast(known.baseline(), at));
        return new Expectation(judgement, inForce.version());
    }

    private DevicePast known(int behavior, ModelKey key, ModelInForce inForce) {
        DevicePast own = state.past(behavior);
        DevicePast beforehand = context.pastOf(key, device);
        if (beforehand != null
                && (own == null
                        || own.baseline().points() < beforehand.baseline().points())) {
            return beforehand;
        }
        return own == null ? new DevicePast(inForce.model().newDevice(), Long.MIN_VALUE) : own;
    }

    /** Takes over what is known of the device from before a change of what is watched. */
    void carry(int behavior, @Nullable DevicePast past) {
        if (state.coverage().behavior(behavior).model() != null) {
            state.past(behavior, past);
        }
    }
}
