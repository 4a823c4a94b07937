// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.profile;

import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.metric.Metric;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import java.util.List;
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

    /** Whether a behavior is about the metric of this name, or its values are kept. */
    public boolean usesMetric(String name) {
        RetainedMetrics retained = content.retainedMetrics();
        Stream<Metric> kept = retained == null ? Stream.empty() : retained.metrics().stream();
        return Stream.concat(behaviors().stream().map(Behavior::metric), kept)
                .anyMatch(metric -> metric.name().equals(name));
    }

    /** The next version of this profile. */
    public SecurityProfile updated(ProfileContent newContent, Instant at) {
        return new SecurityProfile(scope, name, newContent, version + 1, createdAt, at);
    }
}
