// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageByteSizeMetricTest {
    private final CloudMetric metric = new MessageByteSizeMetric();

    @Test
    void measuresThePayloadOfPublishedMessages() {
        Tally tally = Facts.observe(metric, List.of(Facts.published(26, 1), Facts.published(4, 2)))
                .tally();

        assertThat(tally).hasToString("count 2, sum 30.0, minimum 4.0, maximum 26.0, latest 4.0");
        assertThat(Facts.ALL)
                .filteredOn(fact -> metric.facts().contains(fact.getClass()))
                .containsExactly(Facts.PUBLISHED);
    }

    @Test
    void takesAnEmptyMessageForAMessage() {
        assertThat(Facts.observe(metric, List.of(Facts.published(0, 1))).tally().count())
                .isEqualTo(1);
    }

    @Test
    void boundsTheLargestMessageFromAboveAndTheSmallestFromBelow() {
        assertThat(metric.measure(ComparisonOperator.LESS_THAN)).isEqualTo(Measure.MAXIMUM);
        assertThat(metric.measure(ComparisonOperator.LESS_THAN_EQUALS)).isEqualTo(Measure.MAXIMUM);
        assertThat(metric.measure(ComparisonOperator.GREATER_THAN)).isEqualTo(Measure.MINIMUM);
        assertThat(metric.measure(ComparisonOperator.GREATER_THAN_EQUALS)).isEqualTo(Measure.MINIMUM);
        assertThat(metric.total()).isEqualTo(Measure.SUM);
    }

    @Test
    void needsNoDuration() {
        assertThat(metric.durationUse()).isEqualTo(DurationUse.SHORTENING);
    }
}
