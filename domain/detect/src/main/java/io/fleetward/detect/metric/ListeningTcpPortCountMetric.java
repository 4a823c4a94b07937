// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/** On how many TCP ports the device listens. */
public record ListeningTcpPortCountMetric() implements DeviceGaugeMetric {
    @Override
    public String name() {
        return "aws:num-listening-tcp-ports";
    }

    @Override
    public String unit() {
        return "ports";
    }
}
