// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import io.fleetward.detect.alarm.AlarmOutput;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.coverage.PopulationKey;
import io.fleetward.detect.coverage.WatchedBehavior.Comparison;
import io.fleetward.detect.evaluate.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may know and do besides its arguments; given by whatever runs it, in one process or in many.
 *
 * <p>Confined to the call.
 */
public interface OperatorContext {
    /** All windows that end at or before this instant, in epoch milliseconds, are closed. */
    long watermark();

    /** The state kept for the device, or null. */
    @Nullable
    DeviceState state(DeviceKey device);

    /** Keeps the state for the device from now on, or notes that it changed. */
    void keep(DeviceKey device, DeviceState state);

    /** Forgets the device. */
    void forget(DeviceKey device);

    /** Has {@link DetectOperator#onTimer} called for the device once this instant, in epoch milliseconds, is past. */
    void wake(DeviceKey device, long instant);

    /** Tells what an alarm did; what is told is acted on exactly once, in order. */
    void emit(AlarmOutput output);

    /** Hands on a value to be kept. */
    void sample(MetricSample sample);

    /** Adds what a device did to what all devices did in the window that ended at this instant. */
    void contribute(PopulationKey population, long windowEnd, double value);

    /** The percentile of what all devices did in the window that ended at this instant; null when it is not known. */
    @Nullable
    Threshold threshold(Comparison comparison, long windowEnd);

    /** The model by which is judged what the key names; null when there is none. */
    @Nullable
    ModelInForce model(ModelKey key);

    /** Hands over, once, what was learned of the device before it was first judged by this model; null when nothing was. */
    @Nullable
    DevicePast pastOf(ModelKey key, DeviceKey device);

    /** A fresh id for a violation. */
    String newViolationId();

    /** Notes that so many behaviors were judged. */
    void judged(int behaviors);
}
