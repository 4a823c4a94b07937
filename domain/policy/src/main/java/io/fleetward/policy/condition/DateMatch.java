// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.policy.variable.Template;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Moments, written as an ISO 8601 date ({@code 2026-11-23}, meaning its start in UTC), as date and time with offset
 * ({@code 2026-11-23T10:15Z}), or as seconds since 1970.
 */
final class DateMatch {
    private static final int NANOS_DIGITS = 9;

    private DateMatch() {}

    /** A test of the order of the requested moment to the policy's moment. */
    static ValueMatch of(List<Template> values, IntPredicate order) {
        return new TypedMatch<>(
                DateMatch::read,
                Operand.all(values, DateMatch::read),
                (requested, allowed) -> order.test(requested.compareTo(allowed)));
    }

    private static @Nullable Instant read(String text) {
        try {
            if (text.indexOf('T') >= 0) {
                return OffsetDateTime.parse(text).toInstant();
            }
            return text.indexOf('-') > 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : epoch(new BigDecimal(text));
        } catch (DateTimeException | ArithmeticException | NumberFormatException notAMoment) {
            return null;
        }
    }

    private static Instant epoch(BigDecimal seconds) {
        if (seconds.precision() - seconds.scale() > NANOS_DIGITS + NANOS_DIGITS) {
            throw new ArithmeticException("beyond any date");
        }
        BigDecimal[] split = seconds.divideAndRemainder(BigDecimal.ONE);
        return Instant.ofEpochSecond(
                split[0].longValueExact(), split[1].movePointRight(NANOS_DIGITS).longValue());
    }
}
