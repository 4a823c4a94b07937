// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.profile;

import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.BehaviorBuilder;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.profile.ProfileTarget.AllThings;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes security profiles for tests, attached to all things unless said otherwise. */
public final class ProfileBuilder {
    private final AccountRegion scope;
    private final String name;
    private final List<Behavior> behaviors = new ArrayList<>();
    private List<ProfileTarget> targets = List.of(new AllThings());
    private @Nullable RetainedMetrics retained;
    private @Nullable MetricsExport export;
    private @Nullable String description;
    private @Nullable Map<String, AlertTarget> alertTargets;

    private ProfileBuilder(AccountRegion scope, String name) {
        this.scope = scope;
        this.name = name;
    }

    public static ProfileBuilder aProfile(AccountRegion scope, String name) {
        return new ProfileBuilder(scope, name);
    }

    public ProfileBuilder with(BehaviorBuilder behavior) {
        behaviors.add(behavior.build());
        return this;
    }

    public ProfileBuilder described(String text) {
        description = text;
        return this;
    }

    public ProfileBuilder alerting(String topicArn, String roleArn) {
        alertTargets = Map.of("SNS", new AlertTarget(topicArn, roleArn));
        return this;
    }

    public ProfileBuilder retaining(Measurand... measurands) {
        retained = new RetainedMetrics(
                Stream.of(measurands)
                        .map(measurand -> new RetainedMetric(measurand, null))
                        .toList(),
                false);
        return this;
    }

    /** Retains these, and publishes their values on the topic. */
    public ProfileBuilder exporting(String topic, Measurand... measurands) {
        retained = new RetainedMetrics(
                Stream.of(measurands)
                        .map(measurand -> new RetainedMetric(measurand, true))
                        .toList(),
                false);
        export = new MetricsExport(topic, "arn:aws:iam::111122223333:role/export");
        return this;
    }

    public ProfileBuilder on(ProfileTarget... wanted) {
        targets = List.of(wanted);
        return this;
    }

    public SecurityProfile build() {
        var content = new ProfileContent(description, behaviors, alertTargets, retained, export);
        Instant created = Instant.parse("2026-06-01T00:00:00Z");
        return new SecurityProfile(scope, name, content, 1, created, created);
    }

    public AttachedProfile attached() {
        return new AttachedProfile(build(), targets);
    }
}
