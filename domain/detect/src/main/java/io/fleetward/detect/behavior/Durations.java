// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

/** Over how many seconds behaviors may measure. */
public enum Durations {
    /** Those of AWS. */
    AWS("one of 300, 600, 900, 1800, 3600"),
    /**
     * Any up to an hour.
     *
     * <p>Deviation: on AWS no window is shorter than five minutes; only where the installation allows it.
     */
    FROM_ONE_SECOND("from 1 to 3600");

    private final String description;

    Durations(String description) {
        this.description = description;
    }

    boolean allow(int seconds) {
        return switch (this) {
            case AWS ->
                switch (seconds) {
                    case 300, 600, 900, 1800, 3600 -> true;
                    default -> false;
                };
            case FROM_ONE_SECOND -> seconds >= 1 && seconds <= 3600;
        };
    }

    /** Which they are, as the end of a sentence. */
    String description() {
        return description;
    }
}
