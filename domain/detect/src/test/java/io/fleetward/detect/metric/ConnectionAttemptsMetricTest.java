// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionAttemptsMetricTest {
    private final CloudMetric metric = new ConnectionAttemptsMetric();

    @Test
    void countsEveryConnectPacket() {
        assertThat(Facts.ALL)
                .filteredOn(fact -> metric.facts().contains(fact.getClass()))
                .containsExactly(Facts.ATTEMPTED);
        assertThat(Facts.observe(metric, List.of(Facts.ATTEMPTED, Facts.ATTEMPTED))
                        .tally()
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void boundsTheSumOverADurationThatMustBeNamed() {
        assertThat(metric.name()).isEqualTo("aws:num-connection-attempts");
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
