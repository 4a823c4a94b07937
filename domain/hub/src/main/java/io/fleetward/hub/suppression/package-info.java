// SPDX-License-Identifier: Apache-2.0
/** Suppressions: what people do not want to hear of, for how long, and what was there before. Pure. */
@NullMarked
package io.fleetward.hub.suppression;

import org.jspecify.annotations.NullMarked;
