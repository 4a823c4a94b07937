// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisconnectDurationMetricTest {
    private static final long MINUTE = 60_000;
    private final DisconnectDurationMetric metric = new DisconnectDurationMetric();

    @Test
    void countsWholeMinutesSinceTheConnectionEnded() {
        Presence gone = Facts.observe(metric, List.of(Facts.connectedAt(10), Facts.disconnected(10, MINUTE)))
                .presence();

        assertThat(metric.minutes(gone, MINUTE)).isZero();
        assertThat(metric.minutes(gone, 3 * MINUTE - 1)).isEqualTo(1);
        assertThat(metric.minutes(gone, 3 * MINUTE)).isEqualTo(2);
    }

    @Test
    void isZeroWhileTheDeviceIsConnected() {
        Presence here = Facts.observe(metric, List.of(Facts.disconnected(10, 20), Facts.connectedAt(30)))
                .presence();

        assertThat(metric.minutes(here, 90 * MINUTE)).isZero();
    }

    @Test
    void hasUpperBoundsOnly() {
        assertThat(metric.operators()).isEqualTo(ComparisonOperator.UPPER_BOUNDS);
        assertThat(metric.hasPercentiles()).isFalse();
        assertThat(metric.hasDimensions()).isFalse();
        assertThat(metric.unit()).isEqualTo("minutes");
    }
}
