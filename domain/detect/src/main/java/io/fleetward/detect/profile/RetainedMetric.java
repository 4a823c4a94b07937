// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.profile;

import io.fleetward.detect.metric.Measurand;
import org.jspecify.annotations.Nullable;

/**
 * Something whose values are kept although no behavior may need them. Immutable.
 *
 * @param exportMetric whether the values are exported; null when the user did not say
 */
public record RetainedMetric(Measurand measurand, @Nullable Boolean exportMetric) {}
