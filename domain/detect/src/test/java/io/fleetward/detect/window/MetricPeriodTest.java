// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MetricPeriodTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/io/fleetward/detect/window/windows.csv", numLinesToSkip = 1)
    void alignsWindowsToTheEpoch(
            String id, String period, int durationSeconds, Instant at, Instant start, Instant end, String source) {
        var metricPeriod = MetricPeriod.of(Duration.parse(period));
        int periods = MetricPeriod.periodsOf(durationSeconds);

        assertThat(Instant.ofEpochMilli(metricPeriod.windowStart(at.toEpochMilli(), periods)))
                .as("%s: %s", id, source)
                .isEqualTo(start);
        assertThat(Instant.ofEpochMilli(metricPeriod.windowEnd(at.toEpochMilli(), periods)))
                .isEqualTo(end);
    }

    @Test
    void lastsAtLeastAMillisecond() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MetricPeriod(0));
    }
}
