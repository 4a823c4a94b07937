// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.report;

import org.jspecify.annotations.Nullable;

/** What reading a report came to. Immutable. */
public sealed interface ReportOutcome {
    /** It is a report. */
    record Read(DeviceReport report) implements ReportOutcome {}

    /**
     * It is none.
     *
     * @param reportId the number that the device gave it; null when that could not be read
     */
    record Refused(@Nullable Long reportId, ReportRefusal refusal) implements ReportOutcome {}
}
