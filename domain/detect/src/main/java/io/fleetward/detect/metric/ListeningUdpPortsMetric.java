// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import java.util.Set;

/** The UDP ports on which the device listens. */
public record ListeningUdpPortsMetric() implements DeviceSetMetric {
    @Override
    public String name() {
        return "aws:listening-udp-ports";
    }

    @Override
    public String unit() {
        return "ports";
    }

    @Override
    public MetricValue.Kind valueKind() {
        return MetricValue.Kind.PORTS;
    }

    @Override
    public Set<ComparisonOperator> operators() {
        return ComparisonOperator.PORT_SETS;
    }
}
