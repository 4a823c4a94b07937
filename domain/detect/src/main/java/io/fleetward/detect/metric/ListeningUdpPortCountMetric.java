// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/** On how many UDP ports the device listens. */
public record ListeningUdpPortCountMetric() implements DeviceGaugeMetric {
    @Override
    public String name() {
        return "aws:num-listening-udp-ports";
    }

    @Override
    public String unit() {
        return "ports";
    }
}
