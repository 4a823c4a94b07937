// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.report;

import io.fleetward.detect.metric.MetricValue;
import java.util.Map;

/**
 * What a device says of itself, by the names of metrics: those of AWS that are measured on the device, and those that
 * users define (detect, device-side protocol). A metric that the report is silent on is absent.
 *
 * <p>Immutable.
 *
 * @param id the report's number as the device gave it, at least zero
 */
public record DeviceReport(long id, Map<String, MetricValue> values) {
    public DeviceReport {
        values = Map.copyOf(values);
    }
}
