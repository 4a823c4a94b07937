// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sign;

import io.fleetward.aws.api.fault.Fault;
import io.fleetward.aws.api.fault.FaultException;
import io.fleetward.aws.api.http.Headers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Judges when a request was signed: at most five minutes off, or within the life of a presigned request. */
final class SigningTime {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final long LONGEST_LIFE = 604_800;
    private static final int LENGTH = 16;
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SigningTime() {}

    /** The signing time of a request signed in its header: {@code X-Amz-Date}, else {@code Date}. */
    static String inHeader(Headers headers) {
        String time = headers.first("x-amz-date");
        if (time != null) {
            return time;
        }
        String date = headers.first("date");
        if (date == null) {
            throw new FaultException(
                    Fault.INCOMPLETE_SIGNATURE,
                    "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        try {
            return print(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException otherForm) {
            return date;
        }
    }

    /** Refuses a claim whose time is malformed, does not fit its scope, or is not now. */
    static void check(SignedClaim claim, Instant now) {
        Instant signed = parse(claim.time());
        if (!claim.time().startsWith(claim.scope().date() + "T")) {
            throw invalid("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
                    + claim.scope().date() + "' != '" + claim.time().substring(0, 8) + "', from '" + claim.time()
                    + "'.");
        }
        if (signed.isAfter(now.plus(SKEW))) {
            throw invalid("Signature not yet current: %s is still later than %s (%s + 5 min.)"
                    .formatted(claim.time(), print(now.plus(SKEW)), print(now)));
        }
        Instant end = signed.plus(claim.expires() == null ? SKEW : life(claim));
        if (end.isBefore(now)) {
            throw invalid(
                    claim.expires() == null
                            ? "Signature expired: %s is now earlier than %s (%s - 5 min.)"
                                    .formatted(claim.time(), print(now.minus(SKEW)), print(now))
                            : "Signature expired: %s is now earlier than %s (%s + X-Amz-Expires)"
                                    .formatted(print(end), print(now), claim.time()));
        }
    }

    private static Duration life(SignedClaim claim) {
        String expires = claim.expires();
        if (expires == null || expires.isEmpty()) {
            return SKEW;
        }
        try {
            long seconds = Long.parseLong(expires);
            if (seconds >= 1 && seconds <= LONGEST_LIFE) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as what is out of range.
        }
        throw new FaultException(
                Fault.INCOMPLETE_SIGNATURE, "X-Amz-Expires must be between 1 and " + LONGEST_LIFE + " seconds.");
    }

    private static Instant parse(String time) {
        try {
            if (time.length() == LENGTH) {
                return LocalDateTime.parse(time, BASIC).toInstant(ZoneOffset.UTC);
            }
        } catch (DateTimeException malformed) {
            // Refused below, as what has another length.
        }
        throw new FaultException(
                Fault.INCOMPLETE_SIGNATURE, "Date must be in ISO-8601 'basic format', e.g. 20260601T000000Z.");
    }

    /** The time as signatures write it. */
    static String print(Instant instant) {
        return BASIC.format(instant);
    }

    private static FaultException invalid(String message) {
        return new FaultException(Fault.INVALID_SIGNATURE, message);
    }
}
