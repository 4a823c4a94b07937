// SPDX-License-Identifier: Apache-2.0
/** Time as the use cases see it: a clock is java.time.InstantSource, a wake-up is a Timers. */
@NullMarked
package io.fleetward.application.time;

import org.jspecify.annotations.NullMarked;
