// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.detect.metric.Measurand;
import io.fleetward.kernel.AccountRegion;

/**
 * What a model is learned for: one behavior of one security profile, as long as it measures the same thing. Immutable.
 */
public record ModelKey(AccountRegion scope, String profile, String behavior, Measurand measurand) {}
