// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.detect.alarm.VerificationState;
import io.fleetward.detect.behavior.CriteriaType;
import org.jspecify.annotations.Nullable;

/**
 * Which violations a list shows; conditions left null do not restrict, all others must hold.
 *
 * <p>Immutable.
 *
 * @param suppressed only those of behaviors that are silenced, or only those that are not
 */
public record ViolationFilter(
        @Nullable String thing,
        @Nullable String profile,
        @Nullable CriteriaType criteriaType,
        @Nullable Boolean suppressed,
        @Nullable VerificationState verification) {
    /** Every violation. */
    public static final ViolationFilter ALL = new ViolationFilter(null, null, null, null, null);
}
