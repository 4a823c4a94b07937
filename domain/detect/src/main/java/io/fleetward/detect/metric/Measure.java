// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/** Which figure of a window's amounts is compared with the expected value. */
public enum Measure {
    /** Grows as the window fills; what is still missing may raise it, so a shortfall is certain only at the end. */
    SUM,
    /** Grows as the window fills. */
    MAXIMUM,
    /** Shrinks as the window fills. */
    MINIMUM;

    public long read(Tally tally) {
        return switch (this) {
            case SUM -> tally.sum();
            case MAXIMUM -> tally.maximum();
            case MINIMUM -> tally.minimum();
        };
    }

    /**
     * Whether a value that breaks the operator in the middle of a window is bound to break it at the end as well
     * (detect, early alarm).
     */
    public boolean isDecisiveEarly(ComparisonOperator operator) {
        return switch (this) {
            case SUM, MAXIMUM -> operator.isUpperBound();
            case MINIMUM -> operator.isLowerBound();
        };
    }
}
