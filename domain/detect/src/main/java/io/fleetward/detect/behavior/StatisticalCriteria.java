// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.detect.metric.ComparisonOperator;

/**
 * A bound that moves: the measured value must relate, as the operator says, to a percentile of what all devices of the
 * security profile measured over the window before. Immutable.
 *
 * @param seconds over how long the metric is measured, on the wire
 */
public record StatisticalCriteria(ComparisonOperator operator, Statistic statistic, int seconds) implements Criteria {
    @Override
    public CriteriaType type() {
        return CriteriaType.STATISTICAL;
    }

    @Override
    public Integer durationSeconds() {
        return seconds;
    }
}
