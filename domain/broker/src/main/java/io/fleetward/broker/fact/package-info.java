// SPDX-License-Identifier: Apache-2.0
/** What happened at the broker, one immutable record per event; the only part of the broker that Detect sees. */
@NullMarked
package io.fleetward.broker.fact;

import org.jspecify.annotations.NullMarked;
