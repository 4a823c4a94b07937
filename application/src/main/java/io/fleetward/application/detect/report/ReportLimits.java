// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.report;

/**
 * How many reports are taken. Immutable.
 *
 * @param devicePerSecond of one device; ten times as many at once after a pause
 * @param accountPerSecond of one account in one region
 */
public record ReportLimits(int devicePerSecond, int accountPerSecond) {
    /** Ours for a device, where AWS allows one report in five minutes; AWS's for an account (detect, limits). */
    public static final ReportLimits DEFAULT = new ReportLimits(1, 3_500);

    private static final int BURST = 10;

    public ReportLimits {
        if (devicePerSecond < 1 || accountPerSecond < 1) {
            throw new IllegalArgumentException("limits must be positive: " + devicePerSecond + ", " + accountPerSecond);
        }
    }

    int deviceBurst() {
        return BURST * devicePerSecond;
    }
}
