// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.kernel.AccountRegion;

/** A target of a security profile: its devices are watched for the behaviors of the profile. Immutable. */
public record WatchedTarget(AccountRegion scope, String profile, ProfileTarget target) {
    /** By what the devices are judged that the behavior learns. */
    public ModelKey model(Behavior behavior) {
        return new ModelKey(new LearnedSubject(scope, profile, behavior.name(), behavior.measurand()), target);
    }
}
