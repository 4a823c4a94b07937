// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.schedule;

import io.fleetward.kernel.Problem;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks a schedule's recurrence to be; what is not given stays as it is (audit, scheduled audits).
 *
 * <p>Immutable. A day that the frequency has no use for is refused when it is given, and dropped when it is left over.
 */
public record RecurrenceRequest(
        @Nullable Frequency frequency,
        @Nullable DayOfWeek dayOfWeek,
        @Nullable DayOfMonth dayOfMonth) {

    /** What comes of a request. */
    public sealed interface Outcome {
        /** It is a recurrence. */
        record Accepted(Recurrence recurrence) implements Outcome {}

        /** It is none, for these reasons. */
        record Refused(List<Problem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Applies the request to the present recurrence, null when there is none yet. */
    public Outcome applyTo(@Nullable Recurrence current) {
        Frequency wanted = frequency == null && current != null ? current.frequency() : frequency;
        if (wanted == null) {
            return refused("frequency", "required, one of " + List.of(Frequency.values()));
        }
        if (dayOfWeek != null && !wanted.isByWeekday()) {
            return refused("dayOfWeek", "not used by a schedule that is " + wanted);
        }
        if (dayOfMonth != null && !wanted.isByDayOfMonth()) {
            return refused("dayOfMonth", "not used by a schedule that is " + wanted);
        }
        DayOfWeek weekday = dayOfWeek == null ? weekdayOf(current) : dayOfWeek;
        DayOfMonth monthday = dayOfMonth == null ? dayOfMonthOf(current) : dayOfMonth;
        if (wanted.isByWeekday() && weekday == null) {
            return refused("dayOfWeek", "required when the schedule is " + wanted);
        }
        if (wanted.isByDayOfMonth() && monthday == null) {
            return refused("dayOfMonth", "required when the schedule is " + wanted);
        }
        return new Outcome.Accepted(
                switch (wanted) {
                    case DAILY -> new Recurrence.Daily();
                    case WEEKLY -> new Recurrence.Weekly(Objects.requireNonNull(weekday));
                    case BIWEEKLY -> new Recurrence.Biweekly(Objects.requireNonNull(weekday));
                    case MONTHLY -> new Recurrence.Monthly(Objects.requireNonNull(monthday));
                });
    }

    private static @Nullable DayOfWeek weekdayOf(@Nullable Recurrence recurrence) {
        return switch (recurrence) {
            case Recurrence.Weekly(DayOfWeek day) -> day;
            case Recurrence.Biweekly(DayOfWeek day) -> day;
            case Recurrence.Daily _, Recurrence.Monthly _ -> null;
            case null -> null;
        };
    }

    private static @Nullable DayOfMonth dayOfMonthOf(@Nullable Recurrence recurrence) {
        return recurrence instanceof Recurrence.Monthly(DayOfMonth day) ? day : null;
    }

    private static Outcome refused(String where, String what) {
        return new Outcome.Refused(List.of(new Problem(where, what)));
    }
}
