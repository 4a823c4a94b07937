// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CustomMetricTest {
    private final CustomMetric number = new CustomMetric("battery", CustomMetricType.NUMBER);
    private final CustomMetric strings = new CustomMetric("ssids", CustomMetricType.STRING_LIST);

    @Test
    void takesTheLatestOfSeveralNumbers() {
        Gathered window = number.newWindow();
        window.addAll(Objects.requireNonNull(number.gather(new MetricValue.Numeric(81.5))));
        window.addAll(Objects.requireNonNull(number.gather(new MetricValue.Numeric(-3))));

        assertThat(number.total().read(window.tally())).isEqualTo(-3);
    }

    @Test
    void comparesEachTypeInItsOwnWay() {
        assertThat(number.operators()).isEqualTo(ComparisonOperator.ORDERING);
        assertThat(strings.operators()).isEqualTo(ComparisonOperator.SETS);
        assertThat(new CustomMetric("n", CustomMetricType.NUMBER_LIST).operators())
                .isEqualTo(ComparisonOperator.SETS);
        assertThat(new CustomMetric("a", CustomMetricType.IP_ADDRESS_LIST).operators())
                .isEqualTo(ComparisonOperator.CIDR_SETS);
    }

    @Test
    void letsABoundOnANumberBeACount() {
        assertThat(number.accepts(MetricValue.Kind.COUNT)).isTrue();
        assertThat(number.accepts(MetricValue.Kind.NUMBER)).isTrue();
        assertThat(number.accepts(MetricValue.Kind.NUMBERS)).isFalse();
        assertThat(strings.accepts(MetricValue.Kind.COUNT)).isFalse();
    }

    @Test
    void mayHaveADurationIfItIsANumber() {
        assertThat(number.durationUse()).isEqualTo(DurationUse.OPTIONAL);
        assertThat(strings.durationUse()).isEqualTo(DurationUse.IGNORED);
        assertThat(strings.total()).isEqualTo(Measure.NONE);
    }

    @Test
    void takesNoValueOfAnotherType() {
        assertThat(number.gather(new MetricValue.Strings(List.of("a")))).isNull();
        assertThat(strings.gather(new MetricValue.Numeric(1))).isNull();
    }
}
