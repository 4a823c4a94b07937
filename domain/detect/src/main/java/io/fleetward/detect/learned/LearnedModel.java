// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/**
 * What is normal for the devices of one target, by one behavior. Immutable and thread-safe.
 *
 * <p>Devices' baselines are not tied to a model: when a new model takes over, they go on. To judge by a device's past
 * that was never judged, judge it now, oldest point first, and drop the judgements.
 */
public interface LearnedModel {
    /** What it was learned from. */
    ModelDescription description();

    /** The baseline of a device of which nothing is known. */
    DeviceBaseline newDevice();

    /**
     * Judges one datapoint of a device, and lets the device's baseline learn from it: fully when it is normal, little
     * when it is not.
     *
     * @param baseline of the device; changed
     * @param time end of the window, in epoch milliseconds; not before that of the device's last
     * @param value what was measured; not finite is judged as zero
     * @param confidence for which the expected range is told
     */
    Judgement judge(DeviceBaseline baseline, long time, double value, ConfidenceLevel confidence);

    /** Everything, to be written down; at most {@value #MAX_BYTES} bytes. */
    byte[] toBytes();

    /** The most bytes of a model. */
    int MAX_BYTES = 1 << 20;
}
