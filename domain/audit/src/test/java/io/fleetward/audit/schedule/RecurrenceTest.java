// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {
    private static final LocalTime AT = LocalTime.of(2, 30);

    @ParameterizedTest
    @CsvSource({
        "2026-06-03T00:00:00Z, 2026-06-03T02:30:00Z",
        "2026-06-03T02:29:59.999Z, 2026-06-03T02:30:00Z",
        "2026-06-03T02:30:00Z, 2026-06-04T02:30:00Z",
        "2026-12-31T23:00:00Z, 2027-01-01T02:30:00Z"
    })
    void dailyRunsOnceADayStrictlyAfter(Instant after, Instant expected) {
        assertThat(new Recurrence.Daily().next(after, after, AT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-03T02:30:00Z, WEDNESDAY, 2026-06-10T02:30:00Z",
        "2026-06-03T02:00:00Z, WEDNESDAY, 2026-06-03T02:30:00Z",
        "2026-06-03T02:30:00Z, TUESDAY, 2026-06-09T02:30:00Z",
        "2026-06-03T02:30:00Z, SUNDAY, 2026-06-07T02:30:00Z"
    })
    void weeklyRunsOnItsDay(Instant after, DayOfWeek day, Instant expected) {
        assertThat(new Recurrence.Weekly(day).next(after, after, AT)).isEqualTo(expected);
    }

    @Test
    void biweeklyRunsEverySecondOfItsDaysCountedFromTheFirstAfterItsStart() {
        Instant since = Instant.parse("2026-06-03T12:00:00Z");

        assertThat(runs(new Recurrence.Biweekly(DayOfWeek.FRIDAY), since, 3))
                .containsExactly("2026-06-05T02:30:00Z", "2026-06-19T02:30:00Z", "2026-07-03T02:30:00Z");
        assertThat(new Recurrence.Biweekly(DayOfWeek.FRIDAY).next(Instant.parse("2026-06-12T12:00:00Z"), since, AT))
                .isEqualTo("2026-06-19T02:30:00Z");
    }

    @Test
    void monthlyOnALateDayRunsOnTheLastDayOfAShortMonth() {
        Instant since = Instant.parse("2027-01-01T00:00:00Z");

        assertThat(runs(new Recurrence.Monthly(new DayOfMonth(31)), since, 4))
                .containsExactly(
                        "2027-01-31T02:30:00Z", "2027-02-28T02:30:00Z", "2027-03-31T02:30:00Z", "2027-04-30T02:30:00Z");
        assertThat(runs(new Recurrence.Monthly(new DayOfMonth(30)), Instant.parse("2028-02-01T00:00:00Z"), 2))
                .containsExactly("2028-02-29T02:30:00Z", "2028-03-30T02:30:00Z");
    }

    @Test
    void monthlyOnTheLastDayRunsOnTheLastDay() {
        assertThat(runs(new Recurrence.Monthly(DayOfMonth.OF_LAST), Instant.parse("2026-11-30T02:30:00Z"), 3))
                .containsExactly("2026-12-31T02:30:00Z", "2027-01-31T02:30:00Z", "2027-02-28T02:30:00Z");
    }

    @Test
    void monthlyOnAnEarlyDayRunsNextMonthWhenItHasPassed() {
        assertThat(runs(new Recurrence.Monthly(new DayOfMonth(1)), Instant.parse("2026-06-01T02:30:00Z"), 2))
                .containsExactly("2026-07-01T02:30:00Z", "2026-08-01T02:30:00Z");
    }

    private static List<String> runs(Recurrence recurrence, Instant since, int count) {
        var runs = new ArrayList<String>();
        Instant last = since;
        for (int i = 0; i < count; i++) {
            last = recurrence.next(last, since, AT);
            runs.add(last.toString());
        }
        return runs;
    }
}
