// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.finding.FindingTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The times of services: timestamps, seconds or milliseconds since 1970, and the two long forms that events have.
 *
 * <p>A timestamp that findings allow stays as it is, every other time is written in UTC.
 */
final class SourceTime {
    /** As in events of Inspector: {@code Feb 15, 2024, 9:55:23 PM}. */
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm:ss a", Locale.ENGLISH);

    /** Seconds since 1970 do not reach this before the year 5138; milliseconds did so in 1973. */
    private static final double FIRST_MILLISECONDS = 1e11;

    private static final double MILLISECONDS = 1000;

    private SourceTime() {}

    /** The time as findings state it; null when the value is no time. */
    static @Nullable String text(JsonNode value) {
        if (value.isNumber()) {
            return epoch(value.doubleValue());
        }
        String text = Fields.text(value);
        if (text == null || FindingTime.parse(text) != null) {
            return text;
        }
        Instant instant = longForm(text);
        return instant == null ? null : FindingTime.format(instant);
    }

    private static @Nullable String epoch(double number) {
        double milliseconds = Math.abs(number) < FIRST_MILLISECONDS ? number * MILLISECONDS : number;
        boolean isTime = milliseconds > 0 && milliseconds < FIRST_MILLISECONDS * MILLISECONDS;
        return isTime ? FindingTime.format(Instant.ofEpochMilli(Math.round(milliseconds))) : null;
    }

    private static @Nullable Instant longForm(String text) {
        try {
            return text.endsWith("M")
                    ? LocalDateTime.parse(text, LONG).toInstant(ZoneOffset.UTC)
                    : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}
