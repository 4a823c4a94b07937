// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/** Which figure of a window's amounts is compared with the expected value. */
public enum Measure {
    /** Grows as the window fills; what is still missing may raise it, so a shortfall is certain only at the end. */
    SUM,
    /** Grows as the window fills. */
    MAXIMUM,
    /** Shrinks as the window fills. */
    MINIMUM,
    /** Moves either way as the window fills; at its end it is known even of a window that was watched in part. */
    LATEST,
    /** Moves either way as the window fills. */
    MEAN,
    /** Sets have no figure. */
    NONE;

    public double read(Tally tally) {
        return switch (this) {
            case SUM -> tally.sum();
            case MAXIMUM -> tally.maximum();
            case MINIMUM -> tally.minimum();
            case LATEST -> tally.latest();
            case MEAN -> tally.count() == 0 ? 0 : tally.sum() / tally.count();
            case NONE -> throw new IllegalStateException("a set has no figure");
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
            case LATEST, MEAN, NONE -> false;
        };
    }

    /** Whether a value that breaks the operator at the end of a window would do so had all of it been watched. */
    public boolean isDecisiveInPart(ComparisonOperator operator) {
        return this == LATEST || isDecisiveEarly(operator);
    }
}
