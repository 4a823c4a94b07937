// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.report;

/** Why a report was not taken, as the device is told (detect, replies). Only the first is known to be AWS's. */
public enum ReportRefusal {
    /** Not a report: unreadable, incomplete, or a value of another kind than its metric. */
    MALFORMED("InvalidPayload", "Malformed metrics report"),
    /** The thing in the topic has a name that no device may have. */
    INVALID_THING("InvalidPayload", "The thing name must be 1 to 128 bytes without control characters"),
    /** The device, or the account as a whole, reports faster than it may. */
    THROTTLED("Throttled", "Messages throttled"),
    /** The server could not do its work; the same report may be sent again. */
    INTERNAL_FAILURE("InternalFailure", "The report could not be processed");

    private final String code;
    private final String text;

    ReportRefusal(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The {@code ErrorCode}. */
    public String code() {
        return code;
    }

    /** The {@code ErrorMessage}. */
    public String text() {
        return text;
    }
}
