// SPDX-License-Identifier: Apache-2.0
/**
 * Central configuration: an administrator makes configuration policies and says for whom they are, and the hubs of those
 * accounts are configured accordingly, in the background.
 *
 * <p>Main type: {@link io.fleetward.application.hub.central.PolicyWork}.
 */
@NullMarked
package io.fleetward.application.hub.central;

import org.jspecify.annotations.NullMarked;
