// SPDX-License-Identifier: Apache-2.0
/** What devices are going to do, by a seed and nothing else: no clock, no network. Instants are milliseconds of simulated time. */
@NullMarked
package io.fleetward.simulator.plan;

import org.jspecify.annotations.NullMarked;
