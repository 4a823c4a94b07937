// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/** How many packets the device sent over its network interfaces. */
public record AllPacketsOutMetric() implements DeviceCounterMetric {
    @Override
    public String name() {
        return "aws:all-packets-out";
    }

    @Override
    public String unit() {
        return "packets";
    }
}
