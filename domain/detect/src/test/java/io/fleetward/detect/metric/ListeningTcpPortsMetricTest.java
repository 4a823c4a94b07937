// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ListeningTcpPortsMetricTest {
    private final ReportedMetric metric = new ListeningTcpPortsMetric();

    @Test
    void gathersWhatAReportLists() {
        var reported = new MetricValue.Ports(List.of(22, 8883));

        assertThat(Objects.requireNonNull(metric.gather(reported)).elements().value())
                .isEqualTo(reported);
    }

    @Test
    void takesNoValueOfAnotherKind() {
        assertThat(metric.gather(new MetricValue.Strings(List.of("a")))).isNull();
    }

    @Test
    void isComparedAsAwsSays() {
        assertThat(metric.name()).isEqualTo("aws:listening-tcp-ports");
        assertThat(metric.operators()).isEqualTo(ComparisonOperator.PORT_SETS);
        assertThat(metric.durationUse()).isEqualTo(DurationUse.IGNORED);
        assertThat(metric.hasPercentiles()).isFalse();
        assertThat(metric.hasDimensions()).isFalse();
    }
}
