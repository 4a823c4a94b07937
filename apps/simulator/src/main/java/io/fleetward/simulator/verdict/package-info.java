// SPDX-License-Identifier: Apache-2.0
/** What really happened, and how the alarms of the server compare with it. */
@NullMarked
package io.fleetward.simulator.verdict;

import org.jspecify.annotations.NullMarked;
