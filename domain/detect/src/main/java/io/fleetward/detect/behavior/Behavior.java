// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.window.MetricPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What a device is expected to do: as long as the metric meets the criteria, all is well.
 *
 * <p>Immutable. Built by {@link BehaviorRules} from what a user sent, or read back from its JSON form.
 *
 * @param measurand what is measured
 * @param datapointsToAlarm consecutive violating datapoints that raise the alarm, 1 to 10
 * @param datapointsToClear consecutive conforming datapoints that clear it, 1 to 10
 * @param suppressAlerts whether notifications are silenced; null when the user did not say
 * @param exportMetric whether the metric is exported; null when the user did not say
 */
public record Behavior(
        String name,
        Measurand measurand,
        Criteria criteria,
        int datapointsToAlarm,
        int datapointsToClear,
        @Nullable Boolean suppressAlerts,
        @Nullable Boolean exportMetric) {
    /** Whether notifications are silenced. */
    public boolean isSuppressed() {
        return Boolean.TRUE.equals(suppressAlerts);
    }

    /** The metric that is measured, whole or in part. */
    public Metric metric() {
        return measurand.metric();
    }

    /** The seconds on the wire over which the metric is measured; null when each value is judged as it comes. */
    public @Nullable Integer effectiveDurationSeconds() {
        Integer heeded = heededDurationSeconds();
        return heeded == null && !measurand.isReported() ? (Integer) MetricPeriod.SECONDS : heeded;
    }

    private @Nullable Integer heededDurationSeconds() {
        Integer asked = criteria.durationSeconds();
        if (asked == null || criteria instanceof StatisticalCriteria) {
            return asked;
        }
        return switch (metric().durationUse()) {
            case REQUIRED, OPTIONAL -> asked;
            case SHORTENING -> asked < MetricPeriod.SECONDS ? asked : null;
            case IGNORED -> null;
        };
    }

    /** The same, and zero when each value is judged as it comes. */
    public int windowSeconds() {
        Integer seconds = effectiveDurationSeconds();
        return seconds == null ? 0 : seconds;
    }

    /** Whether the other measures the same thing, so that an alarm may live on under its rules. */
    public boolean measuresLike(Behavior other) {
        return measurand.equals(other.measurand);
    }

    /** Whether the other judges in the same way, so that datapoints counted so far stay counted. */
    public boolean judgesLike(Behavior other) {
        return measuresLike(other)
                && criteria.equals(other.criteria)
                && datapointsToAlarm == other.datapointsToAlarm
                && datapointsToClear == other.datapointsToClear;
    }
}
