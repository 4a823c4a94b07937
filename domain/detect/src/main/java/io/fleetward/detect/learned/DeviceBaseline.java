// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/**
 * What is normal for one device by one behavior, as far as it differs from what is normal for all. Mutable and confined
 * to its owner; changed by {@link LearnedModel#judge} alone.
 */
public interface DeviceBaseline {
    /** How many datapoints it has seen. */
    long points();

    /** Everything, to be written down; at most {@value #MAX_BYTES} bytes. */
    byte[] toBytes();

    /** The most bytes of a baseline. */
    int MAX_BYTES = 512;
}
