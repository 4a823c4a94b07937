// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import org.jspecify.annotations.Nullable;

/** A metric that devices measure themselves and report. */
public non-sealed interface ReportedMetric extends Metric {
    /** What is gathered from one reported value; null when the value is of a kind the metric does not have. */
    default @Nullable Gathered gather(MetricValue reported) {
        if (reported.kind() != valueKind()) {
            return null;
        }
        return switch (reported) {
            case MetricValue.Count count -> Tally.of((double) count.value());
            case MetricValue.Numeric number -> Tally.of(number.value());
            case MetricValue.Cidrs _, MetricValue.Ports _, MetricValue.Numbers _, MetricValue.Strings _ ->
                Elements.of(reported);
        };
    }
}
