// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/** How many bytes the device received over its network interfaces. */
public record AllBytesInMetric() implements DeviceCounterMetric {
    @Override
    public String name() {
        return "aws:all-bytes-in";
    }

    @Override
    public String unit() {
        return "bytes";
    }
}
