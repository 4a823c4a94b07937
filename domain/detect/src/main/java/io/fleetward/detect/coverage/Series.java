// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.detect.metric.Measurand;

/**
 * Something measured in windows of so many metric periods; of zero, when each value that a device reports is judged as
 * it comes. Immutable.
 */
public record Series(Measurand measurand, int periods) {
    /** The series whose values are kept: what the broker measures by metric period, what devices report as it comes. */
    public static Series kept(Measurand measurand) {
        return new Series(measurand, measurand.isReported() ? 0 : 1);
    }

    /** Whether the values of this series are kept. */
    public boolean isKept() {
        return equals(kept(measurand));
    }
}
