// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.detect.metric.MetricValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A behavior as a user sent it, before anybody asked whether it makes sense. Whatever was not sent is null.
 *
 * <p>Immutable.
 */
public record BehaviorDraft(
        @Nullable String name,
        @Nullable String metric,
        @Nullable DimensionDraft dimension,
        @Nullable CriteriaDraft criteria,
        @Nullable Boolean suppressAlerts,
        @Nullable Boolean exportMetric) {

    /** The dimension as sent. */
    public record DimensionDraft(
            @Nullable String name, @Nullable String operator) {}

    /**
     * The criteria as sent.
     *
     * @param values the members that were set in the value; null when there was no value at all
     */
    public record CriteriaDraft(
            @Nullable String comparisonOperator,
            @Nullable List<MetricValue> values,
            @Nullable Integer durationSeconds,
            @Nullable Integer datapointsToAlarm,
            @Nullable Integer datapointsToClear,
            @Nullable String statistic,
            @Nullable String confidenceLevel) {
        public CriteriaDraft {
            values = values == null ? null : List.copyOf(values);
        }
    }
}
