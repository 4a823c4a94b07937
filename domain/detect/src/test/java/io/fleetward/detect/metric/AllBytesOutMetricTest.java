// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AllBytesOutMetricTest {
    private final ReportedMetric metric = new AllBytesOutMetric();

    @Test
    void addsUpWhatReportsSayCameSinceTheLastOne() {
        Gathered window = metric.newWindow();
        window.addAll(Objects.requireNonNull(metric.gather(new MetricValue.Count(5))));
        window.addAll(Objects.requireNonNull(metric.gather(new MetricValue.Count(7))));

        assertThat(metric.measure(ComparisonOperator.LESS_THAN).read(window.tally()))
                .isEqualTo(12);
    }

    @Test
    void takesNoValueOfAnotherKind() {
        assertThat(metric.gather(new MetricValue.Strings(List.of("a")))).isNull();
    }

    @Test
    void isComparedAsAwsSays() {
        assertThat(metric.name()).isEqualTo("aws:all-bytes-out");
        assertThat(metric.operators()).isEqualTo(ComparisonOperator.ORDERING);
        assertThat(metric.durationUse()).isEqualTo(DurationUse.REQUIRED);
        assertThat(metric.hasPercentiles()).isTrue();
        assertThat(metric.hasDimensions()).isFalse();
    }
}
