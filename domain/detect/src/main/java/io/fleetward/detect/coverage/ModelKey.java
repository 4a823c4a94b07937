// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.kernel.AccountRegion;

/**
 * What a model is learned for: one behavior of a security profile on the devices of one target of the profile. Immutable.
 *
 * <p>Deviation: on AWS a behavior has one model, whatever its profile is attached to.
 */
public record ModelKey(LearnedSubject subject, ProfileTarget target) {
    public AccountRegion scope() {
        return subject.scope();
    }

    public String profile() {
        return subject.profile();
    }

    public String behavior() {
        return subject.behavior();
    }

    public Measurand measurand() {
        return subject.measurand();
    }
}
