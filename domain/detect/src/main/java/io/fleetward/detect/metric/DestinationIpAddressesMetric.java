// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import java.util.Set;

/** The addresses to which the device has connections. */
public record DestinationIpAddressesMetric() implements DeviceSetMetric {
    @Override
    public String name() {
        return "aws:destination-ip-addresses";
    }

    @Override
    public String unit() {
        return "addresses";
    }

    @Override
    public MetricValue.Kind valueKind() {
        return MetricValue.Kind.CIDRS;
    }

    @Override
    public Set<ComparisonOperator> operators() {
        return ComparisonOperator.CIDR_SETS;
    }
}
