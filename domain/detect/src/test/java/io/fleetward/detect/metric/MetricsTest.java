// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void findsEachMetricByItsName() {
        assertThat(Metrics.ALL)
                .allSatisfy(metric -> assertThat(Metrics.find(metric.name())).isSameAs(metric));
        assertThat(Metrics.find("aws:no-such-thing")).isNull();
    }

    @Test
    void doesNotListABuiltMetricAsMissing() {
        assertThat(Metrics.ALL).extracting(Metric::name).doesNotContainAnyElementsOf(Metrics.NOT_BUILT);
    }

    @Test
    void fitsIntoTheMaskOfAPlan() {
        assertThat(Metrics.ALL).hasSizeLessThanOrEqualTo(Integer.SIZE);
    }
}
