// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.Verification;

/**
 * An event of the past and what was found out about its violation since.
 *
 * <p>Immutable.
 */
public record ViolationEventRecord(ViolationEvent event, Verification verification) {}
