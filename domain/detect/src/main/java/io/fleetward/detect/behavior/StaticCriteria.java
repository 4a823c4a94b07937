// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.detect.metric.ComparisonOperator;
import io.fleetward.detect.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/** A fixed bound: the measured value must relate to this value as the operator says. Immutable. */
public record StaticCriteria(
        ComparisonOperator operator,
        MetricValue value,
        @Nullable Integer durationSeconds) implements Criteria {
    @Override
    public CriteriaType type() {
        return CriteriaType.STATIC;
    }
}
