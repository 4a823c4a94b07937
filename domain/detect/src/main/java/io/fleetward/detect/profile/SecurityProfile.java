// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.profile;

import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A named set of behaviors that devices are expected to show (detect, security profiles).
 *
 * <p>Immutable; every update makes a record with the next version.
 *
 * @param version 1 at creation
 */
public record SecurityProfile(
        AccountRegion scope, String name, ProfileContent content, long version, Instant createdAt, Instant modifiedAt) {
    /** The resource type in ARNs. */
    public static final String ARN_TYPE = "securityprofile";

    public Arn arn() {
        return arn(scope, name);
    }

    /** The ARN of the security profile with this name. */
    public static Arn arn(AccountRegion scope, String name) {
        return scope.arn("iot", ARN_TYPE + "/" + name);
    }

    /** The behaviors, none when they were never set. */
    public List<Behavior> behaviors() {
        return content.behaviors() == null ? List.of() : content.behaviors();
    }

    /** All that is to be measured, for behaviors or for its own sake. */
    public List<Measurand> measured() {
        RetainedMetrics retained = content.retainedMetrics();
        return Stream.concat(
                        behaviors().stream().map(Behavior::measurand),
                        retained == null ? Stream.of() : retained.measurands().stream())
                .distinct()
                .toList();
    }

    /** All whose values are to be published on the topic of the profile's export. */
    public Set<Measurand> exported() {
        return content.export() == null ? Set.of() : content.markedForExport();
    }

    /** Whether a behavior is about the metric of this name, or its values are kept. */
    public boolean usesMetric(String name) {
        return measured().stream()
                .anyMatch(measurand -> measurand.metric().name().equals(name));
    }

    /** Whether a behavior looks at what is inside or outside the dimension of this name, or such values are kept. */
    public boolean usesDimension(String name) {
        return measured().stream()
                .map(Measurand::dimension)
                .anyMatch(dimension -> dimension != null && dimension.name().equals(name));
    }

    /** The next version of this profile. */
    public SecurityProfile updated(ProfileContent newContent, Instant at) {
        return new SecurityProfile(scope, name, newContent, version + 1, createdAt, at);
    }
}
