// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.Tally;

/**
 * What a metric of a device amounted to in one metric period, which is over.
 *
 * @param periodEnd epoch milliseconds, exclusive
 */
public record MetricSample(DeviceKey device, Metric metric, long periodEnd, Tally tally) {}
