// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionAttemptsMetricTest {
    private final Metric metric = new ConnectionAttemptsMetric();

    @Test
    void countsEveryConnectPacket() {
        assertThat(metric.observe(Facts.ATTEMPTED)).isEqualTo(1);
        assertThat(Facts.ALL)
                .filteredOn(fact -> metric.observe(fact) != Metric.NOTHING)
                .containsExactly(Facts.ATTEMPTED);
    }

    @Test
    void boundsTheSumOverADurationThatMustBeNamed() {
        assertThat(metric.name()).isEqualTo("aws:num-connection-attempts");
        assertThat(metric.requiresDuration()).isTrue();
        assertThat(metric.measure(ComparisonOperator.GREATER_THAN)).isEqualTo(Measure.SUM);
        assertThat(metric.measure(ComparisonOperator.LESS_THAN)).isEqualTo(Measure.SUM);
    }

    @Test
    void comparesNumbersOnly() {
        assertThat(metric.valueKind()).isEqualTo(MetricValue.Kind.COUNT);
        assertThat(ComparisonOperator.values())
                .filteredOn(metric::supports)
                .containsExactly(
                        ComparisonOperator.LESS_THAN,
                        ComparisonOperator.LESS_THAN_EQUALS,
                        ComparisonOperator.GREATER_THAN,
                        ComparisonOperator.GREATER_THAN_EQUALS);
    }
}
