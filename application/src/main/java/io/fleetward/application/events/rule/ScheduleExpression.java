// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a rule fires by itself: {@code rate(n unit)} or {@code cron(…)} in UTC (hub, event bus API). Immutable. */
public sealed interface ScheduleExpression permits CronSchedule, ScheduleExpression.Rate {
    /** Every so often. */
    record Rate(Duration period) implements ScheduleExpression {
        @Override
        public Instant next(Instant after) {
            return after.plus(period);
        }

        @Override
        public Instant last(Instant from, Instant until) {
            return from.plus(period.multipliedBy(Duration.between(from, until).dividedBy(period)));
        }
    }

    /** The next time after the instant; null when there is none. */
    @Nullable
    Instant next(Instant after);

    /**
     * The last time up to the instant, of those that follow on one that is not after it.
     *
     * @param from a time of the schedule
     */
    default Instant last(Instant from, Instant until) {
        Instant last = from;
        Instant near = until.minus(Forms.GLANCE);
        Instant next = near.isAfter(from) ? next(near) : next(from);
        if (next != null && next.isAfter(until)) {
            next = next(from);
        }
        while (next != null && !next.isAfter(until)) {
            last = next;
            next = next(next);
        }
        return last;
    }

    /** Reads a schedule, or answers null when the text is none. */
    static @Nullable ScheduleExpression parse(String text) {
        Matcher rate = Forms.RATE.matcher(text);
        if (rate.matches()) {
            return rate(
                    Long.parseLong(rate.group(1)), rate.group(2), rate.group(3).equals("s"));
        }
        Matcher cron = Forms.CRON.matcher(text);
        return cron.matches() ? CronSchedule.parse(cron.group(1)) : null;
    }

    private static @Nullable Rate rate(long number, String unit, boolean isPlural) {
        if (number < 1 || isPlural == (number == 1)) {
            return null;
        }
        return new Rate(
                switch (unit) {
                    case "minute" -> Duration.ofMinutes(number);
                    case "hour" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }

    /** The two forms there are. */
    final class Forms {
        /** Looked through first for the last of many times. */
        private static final Duration GLANCE = Duration.ofHours(1);

        private static final Pattern RATE = Pattern.compile("rate\\(([0-9]{1,6}) (minute|hour|day)(s?)\\)");
        private static final Pattern CRON = Pattern.compile("cron\\(([^()]{1,250})\\)");

        private Forms() {}
    }
}
