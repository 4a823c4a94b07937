// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static io.fleetward.detect.profile.ProfileBuilder.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.behavior.BehaviorBuilder;
import io.fleetward.detect.metric.DisconnectsMetric;
import io.fleetward.detect.metric.Facts;
import io.fleetward.detect.metric.MessageByteSizeMetric;
import io.fleetward.detect.profile.AttachedProfile;
import io.fleetward.detect.profile.ProfileBuilder;
import io.fleetward.detect.profile.ProfileTarget.AllThings;
import io.fleetward.detect.profile.ProfileTarget.GroupMembers;
import io.fleetward.detect.profile.ProfileTarget.RegisteredThings;
import io.fleetward.detect.profile.ProfileTarget.UnregisteredThings;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScopePlanTest {
    private static final ThingGroupName PUMPS = new ThingGroupName("pumps");
    private static final ThingGroupName NORTH = new ThingGroupName("north");
    private static final Membership REGISTERED = new Membership(true, Set.of());
    private static final Membership IN_NORTH = new Membership(true, Set.of(NORTH, PUMPS));

    private static ProfileBuilder named(String name) {
        return aProfile(Facts.SCOPE, name).with(aBehavior("of-" + name));
    }

    private static Coverages plan(AttachedProfile... profiles) {
        return new Coverages(ScopePlan.of(List.of(profiles), ScopePlan.EMPTY, 0));
    }

    private static List<String> behaviors(Coverage coverage) {
        return IntStream.range(0, coverage.behaviorCount())
                .mapToObj(position -> coverage.behavior(position).behavior().name())
                .toList();
    }

    @Test
    void coversDevicesByTheTargetsTheyAreIn() {
        Coverages plan = plan(
                named("all").on(new AllThings()).attached(),
                named("registered").on(new RegisteredThings()).attached(),
                named("unregistered").on(new UnregisteredThings()).attached(),
                named("pumps").on(new GroupMembers(PUMPS)).attached());

        assertThat(behaviors(plan.of(Membership.UNREGISTERED))).containsExactly("of-all", "of-unregistered");
        assertThat(behaviors(plan.of(REGISTERED))).containsExactly("of-all", "of-registered");
        assertThat(behaviors(plan.of(IN_NORTH))).containsExactly("of-all", "of-registered", "of-pumps");
    }

    @Test
    void coversADeviceOnceHoweverManyTargetsLeadToIt() {
        Coverages plan = plan(named("pumps")
                .on(new GroupMembers(PUMPS), new GroupMembers(NORTH), new AllThings())
                .attached());

        assertThat(behaviors(plan.of(IN_NORTH))).containsExactly("of-pumps");
    }

    @Test
    void sharesOneCoverageAmongDevicesAlike() {
        Coverages plan = plan(named("all").attached());

        assertThat(plan.of(REGISTERED)).isSameAs(plan.of(IN_NORTH));
    }

    @Test
    void watchesForNothingThatIsNotAttached() {
        ScopePlan plan = ScopePlan.of(List.of(named("idle").on().attached()), ScopePlan.EMPTY, 0);

        assertThat(plan.isEmpty()).isTrue();
        assertThat(Facts.ALL).noneMatch(plan::concerns);
    }

    @Test
    void concernsOnlyFactsOfItsMetrics() {
        ScopePlan plan = ScopePlan.of(
                List.of(named("all").retaining(new DisconnectsMetric()).attached()), ScopePlan.EMPTY, 0);

        assertThat(Facts.ALL).filteredOn(plan::concerns).containsExactly(Facts.PUBLISHED, Facts.DISCONNECTED);
    }

    @Test
    void measuresRetainedMetricsPeriodByPeriod() {
        Coverage coverage = plan(aProfile(Facts.SCOPE, "p")
                        .retaining(new DisconnectsMetric())
                        .attached())
                .of(REGISTERED);

        assertThat(coverage.behaviorCount()).isZero();
        assertThat(coverage.seriesCount()).isEqualTo(1);
        assertThat(coverage.series(0)).isEqualTo(new Series(new DisconnectsMetric(), 1));
    }

    @Test
    void measuresEachMetricOncePerWindowLength() {
        BehaviorBuilder hour = aBehavior("hour").on("aws:num-disconnects").over(3600);
        BehaviorBuilder sameHour =
                aBehavior("same-hour").on("aws:num-disconnects").over(3600);
        Coverage coverage = plan(aProfile(Facts.SCOPE, "p")
                        .with(hour)
                        .with(sameHour)
                        .attached())
                .of(REGISTERED);

        assertThat(coverage.seriesCount()).isEqualTo(2);
        int position = coverage.indexOf(new Series(new DisconnectsMetric(), 12));
        assertThat(coverage.behaviorCountOf(position)).isEqualTo(2);
        assertThat(coverage.indexOf("p", "same-hour")).isEqualTo(1);
        assertThat(coverage.indexOf("q", "same-hour")).isEqualTo(-1);
        assertThat(coverage.indexOf(new Series(new MessageByteSizeMetric(), 1))).isEqualTo(-1);
    }

    @Test
    void remembersSinceWhenABehaviorIsWatched() {
        ScopePlan first = ScopePlan.of(List.of(named("a").attached()), ScopePlan.EMPTY, 100);
        ScopePlan second =
                ScopePlan.of(List.of(named("a").attached(), named("b").attached()), first, 200);

        Coverage coverage = new Coverages(second).of(REGISTERED);

        assertThat(coverage.behavior(0).since()).isEqualTo(100);
        assertThat(coverage.behavior(1).since()).isEqualTo(200);
    }

    @Test
    void beginsAnewWithABehaviorThatMeasuresSomethingElse() {
        ScopePlan first = ScopePlan.of(
                List.of(aProfile(Facts.SCOPE, "a").with(aBehavior("b")).attached()), ScopePlan.EMPTY, 100);
        ScopePlan second = ScopePlan.of(
                List.of(aProfile(Facts.SCOPE, "a")
                        .with(aBehavior("b").on("aws:num-disconnects").over(300))
                        .attached()),
                first,
                200);

        assertThat(new Coverages(second).of(REGISTERED).behavior(0).since()).isEqualTo(200);
    }
}
