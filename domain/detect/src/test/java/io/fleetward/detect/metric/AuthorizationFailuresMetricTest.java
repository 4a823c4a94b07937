// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorizationFailuresMetricTest {
    private final CloudMetric metric = new AuthorizationFailuresMetric();

    @Test
    void countsDeniedRequests() {
        assertThat(Facts.ALL)
                .filteredOn(fact -> metric.facts().contains(fact.getClass()))
                .containsExactly(Facts.DENIED);
        assertThat(Facts.observe(metric, List.of(Facts.DENIED, Facts.DENIED))
                        .tally()
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void boundsTheSumOverADurationThatMustBeNamed() {
        assertThat(metric.name()).isEqualTo("aws:num-authorization-failures");
        assertThat(metric.durationUse()).isEqualTo(DurationUse.REQUIRED);
        assertThat(metric.measure(ComparisonOperator.GREATER_THAN)).isEqualTo(Measure.SUM);
        assertThat(metric.measure(ComparisonOperator.LESS_THAN)).isEqualTo(Measure.SUM);
        assertThat(metric.hasDimensions()).isTrue();
    }

    @Test
    void comparesNumbersOnly() {
        assertThat(metric.valueKind()).isEqualTo(MetricValue.Kind.COUNT);
        assertThat(metric.operators()).isEqualTo(ComparisonOperator.ORDERING);
        assertThat(metric.hasPercentiles()).isTrue();
    }
}
