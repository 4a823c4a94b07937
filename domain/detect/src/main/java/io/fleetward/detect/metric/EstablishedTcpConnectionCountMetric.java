// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/** How many TCP connections the device has. */
public record EstablishedTcpConnectionCountMetric() implements DeviceGaugeMetric {
    @Override
    public String name() {
        return "aws:num-established-tcp-connections";
    }

    @Override
    public String unit() {
        return "connections";
    }
}
