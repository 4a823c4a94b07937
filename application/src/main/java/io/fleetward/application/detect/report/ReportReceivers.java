// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.report;

import io.fleetward.application.detect.CustomMetricTypes;
import io.fleetward.application.detect.DeviceReportSink;
import java.util.concurrent.Executor;

/**
 * What the intake of reports needs of others.
 *
 * @param worker runs what may block, in the order it was handed in; rejects what is too much
 */
public record ReportReceivers(CustomMetricTypes types, DeviceReportSink sink, Executor worker) {}
