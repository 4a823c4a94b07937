// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricPeriodTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/io/fleetward/detect/window/windows.csv", numLinesToSkip = 1)
    void alignsWindowsToTheEpoch(
            String id, String period, int durationSeconds, Instant at, Instant start, Instant end, String source) {
        var metricPeriod = MetricPeriod.of(Duration.parse(period));

        assertThat(Instant.ofEpochMilli(metricPeriod.windowStart(at.toEpochMilli(), durationSeconds)))
                .as("%s: %s", id, source)
                .isEqualTo(start);
        assertThat(Instant.ofEpochMilli(metricPeriod.windowEnd(at.toEpochMilli(), durationSeconds)))
                .isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(longs = {300_000, 10_000, 1_000, 7_000})
    void makesLongWindowsOfWholeShortOnes(long millis) {
        var period = new MetricPeriod(millis);
        long at = Instant.parse("2026-06-01T12:34:56.789Z").toEpochMilli();

        for (int grain : new int[] {1, 3, 100}) {
            long start = period.windowStart(at, 300);
            long end = period.windowEnd(at, 300);
            assertThat(period.windowStart(start, grain)).isEqualTo(start);
            assertThat(period.windowEnd(end - 1, grain)).isEqualTo(end);
        }
    }

    @Test
    void lastsAtLeastAMillisecond() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MetricPeriod(0));
    }
}
