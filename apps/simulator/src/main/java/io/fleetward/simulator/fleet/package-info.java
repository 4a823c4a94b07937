// SPDX-License-Identifier: Apache-2.0
/** Things, certificates and security profiles of the fleet, made through the API like anybody's. */
@NullMarked
package io.fleetward.simulator.fleet;

import org.jspecify.annotations.NullMarked;
