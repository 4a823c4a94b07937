// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.profile;

import io.fleetward.detect.behavior.LearnedCriteria;
import java.util.List;

/** A security profile and what it is attached to. Immutable. */
public record AttachedProfile(SecurityProfile profile, List<ProfileTarget> targets) {
    public AttachedProfile {
        targets = List.copyOf(targets);
    }

    /** Whether any behavior judges by a model. */
    public boolean isLearning() {
        return profile.behaviors().stream().anyMatch(behavior -> behavior.criteria() instanceof LearnedCriteria);
    }
}
