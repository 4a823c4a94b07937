// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/** How many packets the device received over its network interfaces. */
public record AllPacketsInMetric() implements DeviceCounterMetric {
    @Override
    public String name() {
        return "aws:all-packets-in";
    }

    @Override
    public String unit() {
        return "packets";
    }
}
