// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.window.MetricPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What a device is expected to do: as long as the metric meets the criteria, all is well.
 *
 * <p>Immutable. Built by {@link BehaviorRules} from what a user sent, or read back from its JSON form.
 *
 * @param datapointsToAlarm consecutive violating datapoints that raise the alarm, 1 to 10
 * @param datapointsToClear consecutive conforming datapoints that clear it, 1 to 10
 * @param suppressAlerts whether notifications are silenced; null when the user did not say
 * @param exportMetric whether the metric is exported; null when the user did not say
 */
public record Behavior(
        String name,
        Metric metric,
        Criteria criteria,
        int datapointsToAlarm,
        int datapointsToClear,
        @Nullable Boolean suppressAlerts,
        @Nullable Boolean exportMetric) {
    /** How a duration that the user left out is read: one metric period. */
    public static final int DEFAULT_DURATION_SECONDS = 300;

    /** Whether notifications are silenced. */
    public boolean isSuppressed() {
        return Boolean.TRUE.equals(suppressAlerts);
    }

    /** The seconds on the wire over which the metric is measured. */
    public int effectiveDurationSeconds() {
        Integer asked = metric.requiresDuration() ? criteria.durationSeconds() : null;
        return asked == null ? DEFAULT_DURATION_SECONDS : asked;
    }

    /** The metric periods over which the metric is measured. */
    public int periods() {
        return MetricPeriod.periodsOf(effectiveDurationSeconds());
    }

    /** Whether the other measures the same thing, so that an alarm may live on under its rules. */
    public boolean measuresLike(Behavior other) {
        return metric.equals(other.metric);
    }

    /** Whether the other judges in the same way, so that datapoints counted so far stay counted. */
    public boolean judgesLike(Behavior other) {
        return measuresLike(other)
                && criteria.equals(other.criteria)
                && datapointsToAlarm == other.datapointsToAlarm
                && datapointsToClear == other.datapointsToClear;
    }
}
