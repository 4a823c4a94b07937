// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.schedule;

import java.time.DayOfWeek;
import java.util.stream.Stream;

/** Days of the week in their wire form: the first three letters of their English names. */
public final class Weekdays {
    private static final int LETTERS = 3;

    private Weekdays() {}

    /** Reads the wire form, {@code SUN} to {@code SAT}; the API's enumeration has been checked before. */
    public static DayOfWeek parse(String text) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> wireName(day).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no day of the week: " + text));
    }

    /** The wire form. */
    public static String wireName(DayOfWeek day) {
        return day.name().substring(0, LETTERS);
    }
}
