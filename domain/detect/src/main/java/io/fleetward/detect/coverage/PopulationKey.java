// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.kernel.AccountRegion;

/**
 * Whose values are compared: all devices on which one behavior of one security profile is judged, measured in the same
 * way. Immutable.
 */
public record PopulationKey(AccountRegion scope, String profile, String behavior, Series series) {}
