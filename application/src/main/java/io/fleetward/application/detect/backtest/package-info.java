// SPDX-License-Identifier: Apache-2.0
/** Judges behaviors by what was kept of the past, before they are judged by what happens. */
@NullMarked
package io.fleetward.application.detect.backtest;

import org.jspecify.annotations.NullMarked;
