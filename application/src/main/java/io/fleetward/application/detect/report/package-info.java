// SPDX-License-Identifier: Apache-2.0
/**
 * Takes in what devices report about themselves over the broker: paced, decoded, judged to be a report, counted once,
 * answered, and handed on. Main type: {@link io.fleetward.application.detect.report.DeviceReportIntake}.
 */
@NullMarked
package io.fleetward.application.detect.report;

import org.jspecify.annotations.NullMarked;
