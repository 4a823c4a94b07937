// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/** How many bytes the device sent over its network interfaces. */
public record AllBytesOutMetric() implements DeviceCounterMetric {
    @Override
    public String name() {
        return "aws:all-bytes-out";
    }

    @Override
    public String unit() {
        return "bytes";
    }
}
