// SPDX-License-Identifier: Apache-2.0
/** What normal device behavior is and when it is broken: metrics, windows, evaluation, alarms. Start with Metrics. */
@NullMarked
package io.fleetward.detect;

import org.jspecify.annotations.NullMarked;
