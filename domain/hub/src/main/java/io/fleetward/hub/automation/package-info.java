// SPDX-License-Identifier: Apache-2.0
/** Rules that change findings as they come in: what they ask, what they do, in which order. Pure. */
@NullMarked
package io.fleetward.hub.automation;

import org.jspecify.annotations.NullMarked;
