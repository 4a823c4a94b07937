// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/**
 * On which days a schedule runs, in UTC (audit, scheduled audits).
 *
 * <p>Immutable.
 */
public sealed interface Recurrence {
    /** Every day. */
    record Daily() implements Recurrence {}

    /** Every week on that day. */
    record Weekly(DayOfWeek day) implements Recurrence {}

    /** Every second week on that day, counted from the first such day after the start. */
    record Biweekly(DayOfWeek day) implements Recurrence {}

    /** Every month on that day. */
    record Monthly(DayOfMonth day) implements Recurrence {}

    /** How often that is. */
    default Frequency frequency() {
        return switch (this) {
            case Daily _ -> Frequency.DAILY;
            case Weekly _ -> Frequency.WEEKLY;
            case Biweekly _ -> Frequency.BIWEEKLY;
            case Monthly _ -> Frequency.MONTHLY;
        };
    }

    /**
     * The first run strictly after a moment.
     *
     * @param since when the schedule got this recurrence: fortnights are counted from its first run after that
     * @param timeOfDay when it runs on its day
     */
    default Instant next(Instant after, Instant since, LocalTime timeOfDay) {
        return switch (this) {
            case Daily _ -> {
                Instant today = at(date(after), timeOfDay);
                yield today.isAfter(after) ? today : at(date(after).plusDays(1), timeOfDay);
            }
            case Weekly(DayOfWeek day) -> onWeekday(after, day, timeOfDay);
            case Biweekly(DayOfWeek day) -> {
                Instant first = onWeekday(since, day, timeOfDay);
                Duration fortnight = Duration.ofDays(14);
                long passed = after.isBefore(first)
                        ? 0
                        : Duration.between(first, after).dividedBy(fortnight) + 1;
                yield first.plus(fortnight.multipliedBy(passed));
            }
            case Monthly(DayOfMonth day) -> {
                YearMonth month = YearMonth.from(date(after));
                Instant thisMonth = at(day.in(month), timeOfDay);
                yield thisMonth.isAfter(after) ? thisMonth : at(day.in(month.plusMonths(1)), timeOfDay);
            }
        };
    }

    private static Instant onWeekday(Instant after, DayOfWeek day, LocalTime timeOfDay) {
        LocalDate date = date(after).with(TemporalAdjusters.nextOrSame(day));
        Instant next = at(date, timeOfDay);
        return next.isAfter(after) ? next : at(date.plusWeeks(1), timeOfDay);
    }

    private static LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Instant at(LocalDate date, LocalTime timeOfDay) {
        return date.atTime(timeOfDay).toInstant(ZoneOffset.UTC);
    }
}
