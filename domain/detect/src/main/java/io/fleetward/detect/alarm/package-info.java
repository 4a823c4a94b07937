// SPDX-License-Identifier: Apache-2.0
/** From verdicts to alarms: the state machine of one device and behavior, and the violations it tells of. */
@NullMarked
package io.fleetward.detect.alarm;

import org.jspecify.annotations.NullMarked;
