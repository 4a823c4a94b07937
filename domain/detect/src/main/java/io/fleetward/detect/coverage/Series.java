// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.detect.metric.Measurand;

/**
 * Something measured in windows of so many seconds on the wire; of zero, when each value that a device reports is
 * judged as it comes. Immutable.
 */
public record Series(Measurand measurand, int seconds) {
    /**
     * The series whose values are kept: what the broker measures by windows of so many seconds, what devices report as
     * it comes.
     */
    static Series kept(Measurand measurand, int seconds) {
        return new Series(measurand, measurand.isReported() ? 0 : seconds);
    }
}
