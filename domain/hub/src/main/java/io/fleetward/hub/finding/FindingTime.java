// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The timestamps of findings: a profile of RFC 3339 with seconds, up to nine fractional digits and an offset.
 *
 * <p>Compared as instants in milliseconds, shown as the text that was stored (hub, timestamps).
 */
public final class FindingTime {
    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.(\\d{1,9}))?(Z|[+-]\\d\\d(?::?\\d\\d)?)");
    private static final DateTimeFormatter OUTPUT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int MILLISECOND_DIGITS = 3;

    private FindingTime() {}

    /** The instant, rounded down to milliseconds, or null when the text is not a timestamp. */
    public static @Nullable Instant parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            return second(text).toInstant(ZoneOffset.of(parts.group(2))).plusMillis(milliseconds(parts.group(1)));
        } catch (DateTimeException noSuchMoment) {
            return null;
        }
    }

    /** The text with its fraction cut to milliseconds; only for texts that {@link #parse} accepts. */
    public static String truncated(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            return text;
        }
        int end = point + 1;
        while (Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(0, Math.min(end, point + 1 + MILLISECOND_DIGITS)) + text.substring(end);
    }

    /** The form in which the hub writes its own times: UTC with milliseconds. */
    public static String format(Instant instant) {
        return OUTPUT.format(instant);
    }

    /** The date and time that a text of the right form begins with; every finding has several, so read by hand. */
    private static LocalDateTime second(String text) {
        return LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static int milliseconds(@Nullable String fraction) {
        if (fraction == null) {
            return 0;
        }
        return Integer.parseInt((fraction + "00").substring(0, MILLISECOND_DIGITS));
    }
}
