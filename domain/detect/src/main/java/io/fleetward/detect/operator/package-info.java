// SPDX-License-Identifier: Apache-2.0
/** The streaming operator: folds activity into windows, judges them, steps alarms. Reads no clock, store or thread. */
@NullMarked
package io.fleetward.detect.operator;

import org.jspecify.annotations.NullMarked;
