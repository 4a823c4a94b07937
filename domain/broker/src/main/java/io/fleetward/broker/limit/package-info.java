// SPDX-License-Identifier: Apache-2.0
/** How much a client may ask of the broker, and how its pace is held. */
@NullMarked
package io.fleetward.broker.limit;

import org.jspecify.annotations.NullMarked;
