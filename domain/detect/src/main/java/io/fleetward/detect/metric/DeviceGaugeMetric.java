// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import java.util.Set;

/** How many there are of something on a device; of several reports the latest counts. */
public interface DeviceGaugeMetric extends ReportedMetric {
    @Override
    default MetricValue.Kind valueKind() {
        return MetricValue.Kind.COUNT;
    }

    @Override
    default Set<ComparisonOperator> operators() {
        return ComparisonOperator.ORDERING;
    }

    @Override
    default DurationUse durationUse() {
        return DurationUse.OPTIONAL;
    }

    @Override
    default Measure total() {
        return Measure.LATEST;
    }
}
