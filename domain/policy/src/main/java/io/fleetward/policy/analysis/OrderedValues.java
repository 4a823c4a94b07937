// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Numbers and moments that limits tell apart: the limits themselves, and some below, between and above them. */
final class OrderedValues {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int NANOS = 9;

    private OrderedValues() {}

    /** As decimal numbers. */
    static List<String> numbers(List<String> limits) {
        return around(limits, OrderedValues::number).stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }

    /** As date and time. */
    static List<String> moments(List<String> limits) {
        return around(limits, OrderedValues::seconds).stream()
                .map(OrderedValues::moment)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<BigDecimal> around(List<String> limits, Function<String, @Nullable BigDecimal> reader) {
        var sorted = new TreeSet<BigDecimal>();
        limits.stream().map(reader).filter(Objects::nonNull).forEach(sorted::add);
        var around = new ArrayList<BigDecimal>();
        for (BigDecimal limit : sorted) {
            BigDecimal lower = around.isEmpty() ? null : around.getLast();
            around.add(
                    lower == null
                            ? limit.subtract(BigDecimal.ONE)
                            : lower.add(limit).multiply(HALF));
            around.add(limit);
        }
        if (!around.isEmpty()) {
            around.add(around.getLast().add(BigDecimal.ONE));
        }
        return around;
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            var number = new BigDecimal(text.strip());
            // Numbers of immense size are no limits that anybody sets; writing one out would fill the memory.
            return Math.abs((long) number.scale()) > Short.MAX_VALUE ? null : number;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable BigDecimal seconds(String text) {
        try {
            Instant moment = text.indexOf('T') >= 0
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            return BigDecimal.valueOf(moment.getEpochSecond()).add(BigDecimal.valueOf(moment.getNano(), NANOS));
        } catch (DateTimeException secondsOfTheEpoch) {
            return number(text);
        }
    }

    private static @Nullable String moment(BigDecimal seconds) {
        try {
            BigDecimal[] split = seconds.divideAndRemainder(BigDecimal.ONE);
            return Instant.ofEpochSecond(
                            split[0].longValueExact(),
                            split[1].movePointRight(NANOS).longValue())
                    .toString();
        } catch (ArithmeticException | DateTimeException beyondAnyDate) {
            return null;
        }
    }
}
