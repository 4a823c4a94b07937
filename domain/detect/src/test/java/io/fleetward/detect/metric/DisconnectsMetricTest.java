// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisconnectsMetricTest {
    private final CloudMetric metric = new DisconnectsMetric();

    @Test
    void countsEveryEndOfAConnection() {
        assertThat(Facts.ALL)
                .filteredOn(fact -> metric.facts().contains(fact.getClass()))
                .containsExactly(Facts.DISCONNECTED);
        assertThat(Facts.observe(metric, List.of(Facts.DISCONNECTED, Facts.DISCONNECTED))
                        .tally()
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void boundsTheSumOverADurationThatMustBeNamed() {
        assertThat(metric.name()).isEqualTo("aws:num-disconnects");
        assertThat(metric.durationUse()).isEqualTo(DurationUse.REQUIRED);
        assertThat(metric.measure(ComparisonOperator.GREATER_THAN)).isEqualTo(Measure.SUM);
        assertThat(metric.measure(ComparisonOperator.LESS_THAN)).isEqualTo(Measure.SUM);
        assertThat(metric.hasDimensions()).isFalse();
    }

    @Test
    void comparesNumbersOnly() {
        assertThat(metric.valueKind()).isEqualTo(MetricValue.Kind.COUNT);
        assertThat(metric.operators()).isEqualTo(ComparisonOperator.ORDERING);
        assertThat(metric.hasPercentiles()).isTrue();
    }
}
