// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * The three spellings of a point in time on the AWS wire: epoch seconds, ISO 8601, HTTP date.
 *
 * <p>Specification: aws-protocol, wire rules, timestamps inbound. Precision is the millisecond.
 */
public final class Timestamps {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int MAX_DIGITS = 40;
    private static final long LAST_SECOND = 253_402_300_799L;

    private Timestamps() {}

    /** Reads a number or text node; throws {@link DateTimeException} when it is none of the three. */
    public static Instant read(JsonNode node) {
        return node.isNumber() ? epoch(node.decimalValue()) : parse(node.stringValue());
    }

    /** Reads any of the three spellings. */
    public static Instant parse(String text) {
        if (text.length() > MAX_DIGITS || text.isEmpty()) {
            throw new DateTimeException("not a timestamp");
        }
        if (isDecimal(text)) {
            return epoch(new BigDecimal(text));
        }
        return Character.isLetter(text.charAt(0))
                ? Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text))
                : OffsetDateTime.parse(text, DateTimeFormatter.ISO_DATE_TIME).toInstant();
    }

    /** ISO 8601 in UTC with milliseconds. */
    public static String iso(Instant instant) {
        return ISO.format(instant);
    }

    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && !(c == '.' && i > 0) && !(c == '-' && i == 0)) {
                return false;
            }
        }
        char last = text.charAt(text.length() - 1);
        return last >= '0' && last <= '9' && text.indexOf('.') == text.lastIndexOf('.');
    }

    private static Instant epoch(BigDecimal seconds) {
        if (seconds.abs().compareTo(BigDecimal.valueOf(LAST_SECOND)) > 0) {
            throw new DateTimeException("outside the supported range of time");
        }
        return Instant.ofEpochMilli(
                seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
