// SPDX-License-Identifier: Apache-2.0
/**
 * What an action wants of a subject (Effect), what was then really changed (Change), how that is taken back, and whom it
 * concerns (Impact).
 */
@NullMarked
package io.fleetward.mitigation.effect;

import org.jspecify.annotations.NullMarked;
