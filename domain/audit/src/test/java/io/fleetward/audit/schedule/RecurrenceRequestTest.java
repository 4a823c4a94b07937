// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.schedule.RecurrenceRequest.Outcome;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceRequestTest {
    private static final Recurrence WEEKLY = new Recurrence.Weekly(DayOfWeek.MONDAY);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, 'frequency: required, one of [DAILY, WEEKLY, BIWEEKLY, MONTHLY]'",
                "WEEKLY, -, -, dayOfWeek: required when the schedule is WEEKLY",
                "BIWEEKLY, -, -, dayOfWeek: required when the schedule is BIWEEKLY",
                "MONTHLY, -, -, dayOfMonth: required when the schedule is MONTHLY",
                "DAILY, MONDAY, -, dayOfWeek: not used by a schedule that is DAILY",
                "DAILY, -, 3, dayOfMonth: not used by a schedule that is DAILY",
                "MONTHLY, MONDAY, 3, dayOfWeek: not used by a schedule that is MONTHLY",
                "WEEKLY, MONDAY, LAST, dayOfMonth: not used by a schedule that is WEEKLY"
            })
    void isRefusedWhenDayAndFrequencyDoNotFit(
            @Nullable Frequency frequency, @Nullable DayOfWeek weekday, @Nullable String day, String problem) {
        var request = new RecurrenceRequest(frequency, weekday, day == null ? null : DayOfMonth.parse(day));

        assertThat(request.applyTo(null))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Object::toString)
                                .containsExactly(problem));
    }

    @Test
    void keepsWhatIsNotGiven() {
        assertThat(new RecurrenceRequest(null, null, null).applyTo(WEEKLY)).isEqualTo(new Outcome.Accepted(WEEKLY));
        assertThat(new RecurrenceRequest(Frequency.BIWEEKLY, null, null).applyTo(WEEKLY))
                .isEqualTo(new Outcome.Accepted(new Recurrence.Biweekly(DayOfWeek.MONDAY)));
        assertThat(new RecurrenceRequest(null, DayOfWeek.SUNDAY, null).applyTo(WEEKLY))
                .isEqualTo(new Outcome.Accepted(new Recurrence.Weekly(DayOfWeek.SUNDAY)));
    }

    @Test
    void dropsADayThatTheNewFrequencyDoesNotUse() {
        assertThat(new RecurrenceRequest(Frequency.DAILY, null, null).applyTo(WEEKLY))
                .isEqualTo(new Outcome.Accepted(new Recurrence.Daily()));
        assertThat(new RecurrenceRequest(Frequency.MONTHLY, null, new DayOfMonth(7)).applyTo(WEEKLY))
                .isEqualTo(new Outcome.Accepted(new Recurrence.Monthly(new DayOfMonth(7))));
    }
}
