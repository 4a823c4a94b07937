// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.detect.dimension.MetricDimension;
import org.jspecify.annotations.Nullable;

/** What is measured on a device: a metric, or the part of it inside or outside a dimension. Immutable. */
public record Measurand(Metric metric, @Nullable MetricDimension dimension) {
    /** The whole of a metric. */
    public static Measurand of(Metric metric) {
        return new Measurand(metric, null);
    }

    /** Whether devices report it themselves. */
    public boolean isReported() {
        return metric instanceof ReportedMetric;
    }
}
