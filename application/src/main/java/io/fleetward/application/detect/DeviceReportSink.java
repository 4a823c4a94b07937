// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.detect.report.DeviceReport;
import io.fleetward.kernel.AccountRegion;

/** Whoever judges devices by what they report. Thread-safe. */
public interface DeviceReportSink {
    /**
     * Takes in a report; never blocks.
     *
     * @param thing the device the report speaks of, registered or not, whoever sent it
     * @param at when it arrived, in epoch milliseconds by the server's clock
     */
    void accept(AccountRegion scope, String thing, DeviceReport report, long at);
}
