// SPDX-License-Identifier: Apache-2.0
/** Devices on the network, each doing what its plan says when its time has come. */
@NullMarked
package io.fleetward.simulator.run;

import org.jspecify.annotations.NullMarked;
