// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.detect.metric.Measurand;
import io.fleetward.kernel.AccountRegion;

/**
 * What is learned: one behavior of one security profile, as long as it measures the same thing. What a device taught is
 * kept by this, so that it is known on as well when another target of the profile covers it. Immutable.
 */
public record LearnedSubject(AccountRegion scope, String profile, String behavior, Measurand measurand) {}
