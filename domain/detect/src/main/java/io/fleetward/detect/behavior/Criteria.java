// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import org.jspecify.annotations.Nullable;

/** What a behavior expects of its metric; one variant per way of knowing what is normal. Immutable. */
public sealed interface Criteria permits StaticCriteria, StatisticalCriteria, LearnedCriteria {
    CriteriaType type();

    /** Over how many seconds on the wire the metric is measured; null for one metric period. */
    @Nullable
    Integer durationSeconds();
}
