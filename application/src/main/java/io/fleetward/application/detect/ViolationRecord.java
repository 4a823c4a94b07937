// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.detect.alarm.Verification;
import io.fleetward.detect.alarm.Violation;
import java.time.Instant;

/**
 * A violation and what is known of it besides.
 *
 * <p>Immutable.
 *
 * @param isActive whether it is in alarm
 * @param findingAt the time of change that its last finding bore
 */
public record ViolationRecord(Violation violation, boolean isActive, Verification verification, Instant findingAt) {}
