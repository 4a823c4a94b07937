// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the measured value of a metric must relate to the value of a behavior for the behavior to be kept. */
public enum ComparisonOperator {
    LESS_THAN("less-than"),
    LESS_THAN_EQUALS("less-than-equals"),
    GREATER_THAN("greater-than"),
    GREATER_THAN_EQUALS("greater-than-equals"),
    IN_CIDR_SET("in-cidr-set"),
    NOT_IN_CIDR_SET("not-in-cidr-set"),
    IN_PORT_SET("in-port-set"),
    NOT_IN_PORT_SET("not-in-port-set"),
    IN_SET("in-set"),
    NOT_IN_SET("not-in-set");

    /** By size. */
    public static final Set<ComparisonOperator> ORDERING =
            unmodifiable(EnumSet.of(LESS_THAN, LESS_THAN_EQUALS, GREATER_THAN, GREATER_THAN_EQUALS));

    /** By size, and not more than something. */
    public static final Set<ComparisonOperator> UPPER_BOUNDS = unmodifiable(EnumSet.of(LESS_THAN, LESS_THAN_EQUALS));

    public static final Set<ComparisonOperator> CIDR_SETS = unmodifiable(EnumSet.of(IN_CIDR_SET, NOT_IN_CIDR_SET));
    public static final Set<ComparisonOperator> PORT_SETS = unmodifiable(EnumSet.of(IN_PORT_SET, NOT_IN_PORT_SET));
    public static final Set<ComparisonOperator> SETS = unmodifiable(EnumSet.of(IN_SET, NOT_IN_SET));

    private final String wireName;

    ComparisonOperator(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** The operator with this wire name, or null. */
    public static @Nullable ComparisonOperator ofWireName(String wireName) {
        for (ComparisonOperator operator : values()) {
            if (operator.wireName.equals(wireName)) {
                return operator;
            }
        }
        return null;
    }

    /** Whether every element must be in the set; the other operators on sets want none to be. */
    public boolean isMembership() {
        return this == IN_CIDR_SET || this == IN_PORT_SET || this == IN_SET;
    }

    /** Whether large measured values break the behavior. */
    public boolean isUpperBound() {
        return this == LESS_THAN || this == LESS_THAN_EQUALS;
    }

    /** Whether small measured values break the behavior. */
    public boolean isLowerBound() {
        return this == GREATER_THAN || this == GREATER_THAN_EQUALS;
    }

    /** Whether {@code measured} relates to {@code expected} as this ordering operator demands. */
    public boolean holds(double measured, double expected) {
        return switch (this) {
            case LESS_THAN -> measured < expected;
            case LESS_THAN_EQUALS -> measured <= expected;
            case GREATER_THAN -> measured > expected;
            case GREATER_THAN_EQUALS -> measured >= expected;
            case IN_CIDR_SET, NOT_IN_CIDR_SET, IN_PORT_SET, NOT_IN_PORT_SET, IN_SET, NOT_IN_SET ->
                throw new IllegalStateException(wireName + " does not compare numbers");
        };
    }

    private static Set<ComparisonOperator> unmodifiable(EnumSet<ComparisonOperator> operators) {
        return Collections.unmodifiableSet(operators);
    }
}
