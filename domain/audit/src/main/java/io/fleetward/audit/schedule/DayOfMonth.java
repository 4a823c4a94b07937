// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The day of a month on which a schedule runs: 1 to 31, or the last one.
 *
 * <p>Immutable. A month that is too short has its last day instead, so that {@code 31} and {@code LAST} run alike and
 * are only shown differently.
 *
 * @param day 1 to 31, null for the last day
 */
public record DayOfMonth(@Nullable Integer day) {
    private static final String LAST = "LAST";
    private static final int LONGEST_MONTH = 31;

    /** The last day of every month. */
    public static final DayOfMonth OF_LAST = new DayOfMonth(null);

    public DayOfMonth {
        if (day != null && (day < 1 || day > LONGEST_MONTH)) {
            throw new IllegalArgumentException("a month has no day " + day);
        }
    }

    /** Reads the wire form, {@code 1} to {@code 31} or {@code LAST}; the API's pattern has been checked before. */
    public static DayOfMonth parse(String text) {
        return text.equals(LAST) ? OF_LAST : new DayOfMonth(Integer.valueOf(text));
    }

    /** The date in that month. */
    LocalDate in(YearMonth month) {
        return day == null ? month.atEndOfMonth() : month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    /** The wire form. */
    @Override
    public String toString() {
        return day == null ? LAST : day.toString();
    }
}
