// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import java.util.Set;

/** A counter of a device, reported as what came since the last report; reports add up over the duration. */
public interface DeviceCounterMetric extends ReportedMetric {
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
        return DurationUse.REQUIRED;
    }

    @Override
    default Measure total() {
        return Measure.SUM;
    }
}
