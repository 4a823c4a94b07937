// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Minutes, hours, days of the month, months, days of the week and years in UTC (hub, event bus API). Immutable.
 *
 * <p>One of both kinds of days is {@code ?}. Of the further signs {@code L} (the last day of a month), {@code L} after a day
 * of the week (its last one in a month) and {@code #} (its n-th one) are understood, {@code W} is not.
 */
final class CronSchedule implements ScheduleExpression {
    private static final int FIELDS = 6;
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet months;
    private final BitSet years;
    private final DayRule days;

    /** Which days of a month it is about. */
    @FunctionalInterface
    private interface DayRule {
        boolean includes(LocalDate day);
    }

    private CronSchedule(BitSet minutes, BitSet hours, BitSet months, BitSet years, DayRule days) {
        this.minutes = minutes;
        this.hours = hours;
        this.months = months;
        this.years = years;
        this.days = days;
    }

    static @Nullable CronSchedule parse(String text) {
        String[] fields = text.trim().split("\\s+", -1);
        if (fields.length != FIELDS) {
            return null;
        }
        BitSet minutes = CronField.parse(fields[0], 0, 59, List.of());
        BitSet hours = CronField.parse(fields[1], 0, 23, List.of());
        BitSet months = CronField.parse(fields[3], 1, 12, MONTHS);
        BitSet years = CronField.parse(fields[5], FIRST_YEAR, LAST_YEAR, List.of());
        DayRule days = days(fields[2], fields[4]);
        return minutes == null || hours == null || months == null || years == null || days == null
                ? null
                : new CronSchedule(minutes, hours, months, years, days);
    }

    private static @Nullable DayRule days(String ofMonth, String ofWeek) {
        if (ofMonth.equals("?") == ofWeek.equals("?")) {
            return null;
        }
        return ofWeek.equals("?") ? ofMonth(ofMonth) : ofWeek(ofWeek);
    }

    private static @Nullable DayRule ofMonth(String field) {
        if (field.equals("L")) {
            return day -> day.getDayOfMonth() == day.lengthOfMonth();
        }
        BitSet days = CronField.parse(field, 1, 31, List.of());
        return days == null ? null : day -> days.get(day.getDayOfMonth());
    }

    private static @Nullable DayRule ofWeek(String field) {
        int sharp = field.indexOf('#');
        if (sharp >= 0) {
            BitSet days = CronField.parse(field.substring(0, sharp), 1, 7, DAYS);
            BitSet weeks = CronField.parse(field.substring(sharp + 1), 1, 5, List.of());
            return days == null || weeks == null
                    ? null
                    : day -> days.get(number(day.getDayOfWeek())) && weeks.get((day.getDayOfMonth() + 6) / 7);
        }
        if (field.length() > 1 && field.endsWith("L")) {
            BitSet days = CronField.parse(field.substring(0, field.length() - 1), 1, 7, DAYS);
            return days == null
                    ? null
                    : day -> days.get(number(day.getDayOfWeek())) && day.getDayOfMonth() > day.lengthOfMonth() - 7;
        }
        BitSet days = CronField.parse(field.equals("L") ? "7" : field, 1, 7, DAYS);
        return days == null ? null : day -> days.get(number(day.getDayOfWeek()));
    }

    /** As AWS counts: Sunday is 1. */
    private static int number(DayOfWeek day) {
        return day.getValue() % 7 + 1;
    }

    @Override
    public @Nullable Instant next(Instant after) {
        var start = after.truncatedTo(ChronoUnit.MINUTES)
                .plus(1, ChronoUnit.MINUTES)
                .atOffset(ZoneOffset.UTC);
        LocalDate day = start.toLocalDate();
        int fromMinute = start.getHour() * 60 + start.getMinute();
        while (day.getYear() <= LAST_YEAR) {
            if (!years.get(day.getYear())) {
                day = LocalDate.of(day.getYear() + 1, 1, 1);
            } else if (!months.get(day.getMonthValue())) {
                day = day.withDayOfMonth(1).plusMonths(1);
            } else {
                int minute = days.includes(day) ? minuteOfDay(fromMinute) : -1;
                if (minute >= 0) {
                    return day.atTime(minute / 60, minute % 60).toInstant(ZoneOffset.UTC);
                }
                day = day.plusDays(1);
            }
            fromMinute = 0;
        }
        return null;
    }

    /** The first minute of a day at or after that one; -1 when there is none. */
    private int minuteOfDay(int from) {
        for (int hour = hours.nextSetBit(from / 60); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
            int minute = minutes.nextSetBit(hour == from / 60 ? from % 60 : 0);
            if (minute >= 0) {
                return hour * 60 + minute;
            }
        }
        return -1;
    }
}
