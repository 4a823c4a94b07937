// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.detect.learned.ConfidenceLevel;
import org.jspecify.annotations.Nullable;

/**
 * No bound at all: what is normal is learned from what the devices of the security profile do (detect, ML Detect).
 * Immutable.
 *
 * @param confidence how sure the model must be before a datapoint violates the behavior
 */
public record LearnedCriteria(ConfidenceLevel confidence) implements Criteria {
    @Override
    public CriteriaType type() {
        return CriteriaType.MACHINE_LEARNING;
    }

    /** A datapoint is a metric period, or a report. */
    @Override
    public @Nullable Integer durationSeconds() {
        return null;
    }
}
