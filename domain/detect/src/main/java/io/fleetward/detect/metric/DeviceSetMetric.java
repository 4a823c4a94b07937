// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/** What a device has open, as a set; each report is one datapoint. */
public interface DeviceSetMetric extends ReportedMetric {
    @Override
    default DurationUse durationUse() {
        return DurationUse.IGNORED;
    }

    @Override
    default Measure total() {
        return Measure.NONE;
    }
}
