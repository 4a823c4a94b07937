// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads members and numbers of a report, whichever way the agent wrote them. */
final class ReportFields {
    /** Above this, a difference of unsigned counters is a counter that began anew, and a float is not exact. */
    static final long LARGEST = 1L << 53;

    private static final int MOST_DIGITS = 15;
    private static final int MOST_BITS = 128;
    private static final int LARGEST_SCALE = 400;

    private ReportFields() {}

    /** The member by its long or its short name; null when it is absent or null. */
    static @Nullable JsonNode member(JsonNode parent, String name, String shortName) {
        JsonNode found = member(parent, name);
        return found == null ? member(parent, shortName) : found;
    }

    /** The member; null when it is absent or null. */
    static @Nullable JsonNode member(JsonNode parent, String name) {
        JsonNode found = parent.get(name);
        return found == null || found.isNull() ? null : found;
    }

    /** The whole number, also when it was written as a float; null for anything else. */
    static @Nullable Long whole(@Nullable JsonNode node) {
        if (node == null || !node.isNumber()) {
            return null;
        }
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? node.longValue() : null;
        }
        double value = floating(node);
        return value == Math.rint(value) && Math.abs(value) <= LARGEST ? (long) value : null;
    }

    /** The nearest double of a number, infinite when there is none. */
    static double floating(JsonNode number) {
        if (number.isBigInteger()) {
            return number.bigIntegerValue().doubleValue();
        }
        return number.isBigDecimal() ? number.decimalValue().doubleValue() : number.doubleValue();
    }

    /**
     * The number of a custom metric, which has up to 15 significant digits (detect, custom metrics); null for anything
     * else. A number that was sent with the precision of a float counts with the digits that a float has.
     */
    static @Nullable Double significant(JsonNode node) {
        if (!node.isNumber()) {
            return null;
        }
        BigDecimal exact = exact(node);
        if (exact == null || exact.stripTrailingZeros().precision() > MOST_DIGITS) {
            return null;
        }
        return exact.doubleValue();
    }

    private static @Nullable BigDecimal exact(JsonNode number) {
        if (number.isFloat()) {
            float value = number.floatValue();
            return Float.isFinite(value) ? new BigDecimal(Float.toString(value)) : null;
        }
        if (number.isDouble()) {
            double value = number.doubleValue();
            return Double.isFinite(value) ? BigDecimal.valueOf(value) : null;
        }
        BigDecimal value = number.decimalValue();
        boolean isSmall =
                value.unscaledValue().bitLength() <= MOST_BITS && Math.abs((long) value.scale()) <= LARGEST_SCALE;
        return isSmall ? value : null;
    }
}
