// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.metric.Elements;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Presence;
import io.fleetward.detect.metric.Tally;

/**
 * What something measured on a device amounted to: in one window, which is over, or in one report.
 *
 * @param at the end of the window, exclusive, or when the report arrived, in epoch milliseconds
 */
public record MetricSample(DeviceKey device, Measurand measurand, long at, Gathered gathered) {
    /** An instant within what it belongs to: of a window, which is over at its end, the last. */
    public long happenedAt() {
        return measurand.isReported() ? at : at - 1;
    }

    /** The value as users see it: all of a set, or the figure of the metric that says most. */
    public MetricValue value() {
        return switch (gathered) {
            case Tally tally ->
                MetricValue.number(
                        measurand.metric().valueKind(),
                        measurand.metric().shown().read(tally));
            case Elements elements -> elements.value();
            case Presence presence -> throw new IllegalStateException("connections are no value: " + presence);
        };
    }
}
