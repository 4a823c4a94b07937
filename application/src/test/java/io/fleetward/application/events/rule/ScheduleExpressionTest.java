// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules of rules (hub, event bus API). */
class ScheduleExpressionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(1 minute)|2026-06-01T10:00:30Z|2026-06-01T10:01:30Z",
                "rate(5 hours)|2026-06-01T10:00:30Z|2026-06-01T15:00:30Z",
                "rate(2 days)|2026-06-01T10:00:30Z|2026-06-03T10:00:30Z",
                "cron(0 10 * * ? *)|2026-06-01T10:00:00Z|2026-06-02T10:00:00Z",
                "cron(15 12 * * ? *)|2026-06-01T10:00:00Z|2026-06-01T12:15:00Z",
                "cron(0/15 * * * ? *)|2026-06-01T10:16:59Z|2026-06-01T10:30:00Z",
                "cron(0 18 ? * MON-FRI *)|2026-06-05T18:00:00Z|2026-06-08T18:00:00Z",
                "cron(0 8 1 * ? *)|2026-06-01T10:00:00Z|2026-07-01T08:00:00Z",
                "cron(0/5 8-17 ? * 2-6 *)|2026-06-05T17:56:00Z|2026-06-08T08:00:00Z",
                "cron(30 9 L * ? *)|2026-02-01T00:00:00Z|2026-02-28T09:30:00Z",
                "cron(0 0 ? * 6L *)|2026-06-01T00:00:00Z|2026-06-26T00:00:00Z",
                "cron(0 0 ? * TUE#2 *)|2026-06-01T00:00:00Z|2026-06-09T00:00:00Z",
                "cron(0 0 ? * L *)|2026-06-01T00:00:00Z|2026-06-06T00:00:00Z",
                "cron(0 0 29 2 ? *)|2026-06-01T00:00:00Z|2028-02-29T00:00:00Z",
                "cron(0 0 1 jan,JUL ? 2030/2)|2026-06-01T00:00:00Z|2030-01-01T00:00:00Z",
                "cron(59 23 31 12 ? 2026)|2026-12-31T23:58:59Z|2026-12-31T23:59:00Z"
            })
    void knowsTheNextTime(String text, Instant after, Instant expected) {
        ScheduleExpression schedule = Objects.requireNonNull(ScheduleExpression.parse(text), text);

        assertThat(schedule.next(after)).isEqualTo(expected);
    }

    @Test
    void mayHaveNoNextTime() {
        ScheduleExpression past = Objects.requireNonNull(ScheduleExpression.parse("cron(0 0 1 1 ? 2020)"));
        ScheduleExpression never = Objects.requireNonNull(ScheduleExpression.parse("cron(0 0 31 2 ? *)"));

        assertThat(past.next(Instant.parse("2026-06-01T00:00:00Z"))).isNull();
        assertThat(never.next(Instant.parse("2026-06-01T00:00:00Z"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rate(0 minutes)",
                "rate(1 minutes)",
                "rate(2 minute)",
                "rate(5 seconds)",
                "rate(-1 minutes)",
                "cron(0 10 * * *)",
                "cron(0 10 * * * *)",
                "cron(0 10 ? * ? *)",
                "cron(60 10 * * ? *)",
                "cron(0 24 * * ? *)",
                "cron(0 0 0 * ? *)",
                "cron(0 0 1 XXX ? *)",
                "cron(0 0 ? * 8 *)",
                "cron(0 0 ? * MON#6 *)",
                "cron(0 0 ? * xL *)",
                "cron(0 0 3W * ? *)",
                "cron(5-1 0 * * ? *)",
                "cron(0/0 0 * * ? *)",
                "cron(*-5 0 * * ? *)",
                "cron(, 0 * * ? *)",
                "at(2026-01-01T00:00:00)"
            })
    void refusesWhatIsNone(String text) {
        assertThat(ScheduleExpression.parse(text)).isNull();
    }
}
