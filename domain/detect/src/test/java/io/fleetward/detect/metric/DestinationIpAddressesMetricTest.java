// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DestinationIpAddressesMetricTest {
    private final ReportedMetric metric = new DestinationIpAddressesMetric();

    @Test
    void gathersWhatAReportLists() {
        var reported = new MetricValue.Cidrs(List.of("192.0.2.7", "2001:db8::1"));

        assertThat(Objects.requireNonNull(metric.gather(reported)).elements().value())
                .isEqualTo(reported);
    }

    @Test
    void takesNoValueOfAnotherKind() {
        assertThat(metric.gather(new MetricValue.Strings(List.of("a")))).isNull();
    }

    @Test
    void isComparedAsAwsSays() {
        assertThat(metric.name()).isEqualTo("aws:destination-ip-addresses");
        assertThat(metric.operators()).isEqualTo(ComparisonOperator.CIDR_SETS);
        assertThat(metric.durationUse()).isEqualTo(DurationUse.IGNORED);
        assertThat(metric.hasPercentiles()).isFalse();
        assertThat(metric.hasDimensions()).isFalse();
    }
}
