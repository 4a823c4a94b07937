// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.1Z, 2026-03-01T10:00:00.100Z",
        "2026-03-01T10:00:00.123456789Z, 2026-03-01T10:00:00.123Z",
        "2026-03-01T10:00:00.999999999Z, 2026-03-01T10:00:00.999Z",
        "2026-03-01T10:00:00+02, 2026-03-01T08:00:00Z",
        "2026-03-01T10:00:00-02:30, 2026-03-01T12:30:00Z",
        "2026-03-01T10:00:00.5+0530, 2026-03-01T04:30:00.500Z",
        "2026-03-01T10:00:00+18:00, 2026-02-28T16:00:00Z",
        "2028-02-29T00:00:00Z, 2028-02-29T00:00:00Z"
    })
    void readsEveryFormThatIsAllowed(String text, Instant instant) {
        assertThat(FindingTime.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-01",
                "2026-03-01 10:00:00Z",
                "2026-03-01t10:00:00z",
                "2026-03-01T10:00Z",
                "2026-03-01T10:00:00",
                "2026-03-01T10:00:00.Z",
                "2026-03-01T10:00:00.1234567890Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T10:00:60Z",
                "2026-13-01T10:00:00Z",
                "2026-02-29T10:00:00Z",
                "2026-03-01T10:00:00+18:01",
                "2026-03-01T10:00:00+19:00",
                "2026-03-01T10:00:00+2",
                "2026-03-01T10:00:00Z ",
                "1772359200"
            })
    void refusesEverythingElse(String text) {
        assertThat(FindingTime.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00.123456Z, 2026-03-01T10:00:00.123Z",
        "2026-03-01T10:00:00.12+02:00, 2026-03-01T10:00:00.12+02:00",
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z"
    })
    void cutsOnlyWhatIsBelowTheMillisecond(String text, String cut) {
        assertThat(FindingTime.truncated(text)).isEqualTo(cut);
        assertThat(FindingTime.parse(cut)).isEqualTo(FindingTime.parse(text));
    }

    @Test
    void writesItsOwnTimesWithMilliseconds() {
        assertThat(FindingTime.format(Instant.parse("2026-03-01T10:00:00Z"))).isEqualTo("2026-03-01T10:00:00.000Z");
    }
}
