// SPDX-License-Identifier: Apache-2.0
/**
 * What an organization's administrator sets for many accounts at once: configuration policies and whom they are for.
 *
 * <p>Main type: {@link io.fleetward.hub.central.ConfigurationPolicy}. Nothing is applied here.
 */
@NullMarked
package io.fleetward.hub.central;

import org.jspecify.annotations.NullMarked;
