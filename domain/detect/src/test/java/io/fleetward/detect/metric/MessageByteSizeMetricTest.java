// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageByteSizeMetricTest {
    private final Metric metric = new MessageByteSizeMetric();

    @Test
    void measuresThePayloadOfPublishedMessages() {
        assertThat(metric.observe(Facts.published(26, 1))).isEqualTo(26);
        assertThat(Facts.ALL)
                .filteredOn(fact -> metric.observe(fact) != Metric.NOTHING)
                .containsExactly(Facts.PUBLISHED);
    }

    @Test
    void takesAnEmptyMessageForAMessage() {
        assertThat(metric.observe(Facts.published(0, 1))).isZero();
    }

    @Test
    void boundsTheLargestMessageFromAboveAndTheSmallestFromBelow() {
        assertThat(metric.measure(ComparisonOperator.LESS_THAN)).isEqualTo(Measure.MAXIMUM);
        assertThat(metric.measure(ComparisonOperator.LESS_THAN_EQUALS)).isEqualTo(Measure.MAXIMUM);
        assertThat(metric.measure(ComparisonOperator.GREATER_THAN)).isEqualTo(Measure.MINIMUM);
        assertThat(metric.measure(ComparisonOperator.GREATER_THAN_EQUALS)).isEqualTo(Measure.MINIMUM);
    }

    @Test
    void needsNoDuration() {
        assertThat(metric.requiresDuration()).isFalse();
    }
}
