// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static io.fleetward.detect.profile.ProfileBuilder.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.detect.behavior.BehaviorBuilder;
import io.fleetward.detect.coverage.ScopePlan.Source;
import io.fleetward.detect.dimension.Dimension;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.metric.ConnectionAttemptsMetric;
import io.fleetward.detect.metric.DisconnectsMetric;
import io.fleetward.detect.metric.Facts;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessageByteSizeMetric;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.detect.profile.AttachedProfile;
import io.fleetward.detect.profile.ProfileBuilder;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.profile.ProfileTarget.AllThings;
import io.fleetward.detect.profile.ProfileTarget.GroupMembers;
import io.fleetward.detect.profile.ProfileTarget.RegisteredThings;
import io.fleetward.detect.profile.ProfileTarget.UnregisteredThings;
import io.fleetward.detect.report.DeviceReport;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScopePlanTest {
    private static final ThingGroupName PUMPS = new ThingGroupName("pumps");
    private static final ThingGroupName NORTH = new ThingGroupName("north");
    private static final Measurand DISCONNECTS = Measurand.of(new DisconnectsMetric());
    private static final Membership REGISTERED = new Membership(true, List.of());
    private static final Membership IN_NORTH = new Membership(true, List.of(NORTH, PUMPS));

    private static ProfileBuilder named(String name) {
        return aProfile(Facts.SCOPE, name).with(aBehavior("of-" + name));
    }

    private static Coverages plan(AttachedProfile... profiles) {
        return new Coverages(ScopePlan.of(source(profiles), ScopePlan.EMPTY, 0));
    }

    private static Source source(AttachedProfile... profiles) {
        return new Source(List.of(profiles), Map.of("Own", new Dimension("Own", List.of("own/#"))));
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
    void judgesADeviceByTheModelOfTheNarrowestTarget() {
        var profile = aProfile(Facts.SCOPE, "pumps")
                .with(aBehavior("usual").on("aws:num-disconnects").learns(ConfidenceLevel.HIGH))
                .on(new AllThings(), new GroupMembers(PUMPS), new RegisteredThings(), new GroupMembers(NORTH));
        Coverages plan = plan(profile.attached());

        assertThat(target(plan.of(IN_NORTH))).isEqualTo(new GroupMembers(NORTH));
        assertThat(target(plan.of(new Membership(true, List.of(PUMPS))))).isEqualTo(new GroupMembers(PUMPS));
        assertThat(target(plan.of(REGISTERED))).isEqualTo(new RegisteredThings());
        assertThat(target(plan.of(Membership.UNREGISTERED))).isEqualTo(new AllThings());
        assertThat(plan.of(IN_NORTH)).isSameAs(plan.of(new Membership(true, List.of(NORTH))));
    }

    private static ProfileTarget target(Coverage coverage) {
        assertThat(coverage.behaviorCount()).isEqualTo(1);
        return Objects.requireNonNull(coverage.behavior(0).model()).target();
    }

    @Test
    void coversADeviceOnceHoweverManyTargetsLeadToIt() {
        Coverages plan = plan(named("pumps")
                .on(new GroupMembers(PUMPS), new GroupMembers(NORTH), new AllThings())
                .attached());

        assertThat(behaviors(plan.of(IN_NORTH))).containsExactly("of-pumps");
        assertThat(plan.of(IN_NORTH)).as("nothing is learned").isSameAs(plan.of(Membership.UNREGISTERED));
    }

    @Test
    void sharesOneCoverageAmongDevicesAlike() {
        Coverages plan = plan(named("all").attached());

        assertThat(plan.of(REGISTERED)).isSameAs(plan.of(IN_NORTH));
    }

    @Test
    void watchesForNothingThatIsNotAttached() {
        ScopePlan plan = ScopePlan.of(source(named("idle").on().attached()), ScopePlan.EMPTY, 0);

        assertThat(plan.isEmpty()).isTrue();
        assertThat(Facts.ALL).allMatch(fact -> plan.concerned(fact).isEmpty());
        assertThat(plan.concerned(new DeviceReport(1, Map.of("aws:all-bytes-in", new Count(1)))))
                .isEmpty();
    }

    @Test
    void concernsOnlyFactsOfItsMetrics() {
        ScopePlan plan = ScopePlan.of(source(named("all").retaining(DISCONNECTS).attached()), ScopePlan.EMPTY, 0);

        assertThat(Facts.ALL)
                .filteredOn(fact -> !plan.concerned(fact).isEmpty())
                .containsExactly(Facts.PUBLISHED, Facts.DISCONNECTED);
    }

    @Test
    void measuresRetainedMetricsPeriodByPeriod() {
        Coverage coverage = plan(aProfile(Facts.SCOPE, "p")
                        .retaining(DISCONNECTS)
                        .attached())
                .of(REGISTERED);

        assertThat(coverage.behaviorCount()).isZero();
        assertThat(coverage.seriesCount()).isEqualTo(1);
        assertThat(coverage.series(0)).isEqualTo(new Series(DISCONNECTS, 300));
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
        int position = coverage.indexOf(new Series(DISCONNECTS, 3600));
        assertThat(coverage.behaviorCountOf(position)).isEqualTo(2);
        assertThat(coverage.indexOf("p", "same-hour")).isEqualTo(1);
        assertThat(coverage.indexOf("q", "same-hour")).isEqualTo(-1);
        assertThat(coverage.indexOf(new Series(Measurand.of(new MessageByteSizeMetric()), 300)))
                .isEqualTo(-1);
    }

    @Test
    void keepsValuesByWindowsOfWhichAllOthersAreMade() {
        Coverage coverage = plan(aProfile(Facts.SCOPE, "p")
                        .with(aBehavior("hour").on("aws:num-disconnects").over(3600))
                        .with(aBehavior("half-minute").on("aws:num-disconnects").over(30))
                        .with(aBehavior("seconds").on("aws:num-disconnects").over(12))
                        .with(aBehavior("attempts")
                                .on("aws:num-connection-attempts")
                                .over(600))
                        .attached())
                .of(REGISTERED);

        assertThat(IntStream.range(0, coverage.seriesCount())
                        .filter(coverage::isKept)
                        .mapToObj(coverage::series))
                .containsExactlyInAnyOrder(
                        new Series(DISCONNECTS, 6), new Series(Measurand.of(new ConnectionAttemptsMetric()), 300));
        assertThat(coverage.grain()).isEqualTo(6);
    }

    @Test
    void hasTheGrainOfAMetricPeriodUnlessABehaviorIsMeasuredOverLess() {
        var usual = aProfile(Facts.SCOPE, "p")
                .with(aBehavior("hour").on("aws:num-disconnects").over(3600))
                .attached();
        var burst = aProfile(Facts.SCOPE, "q")
                .with(aBehavior("burst").on("aws:num-disconnects").over(7))
                .attached();

        assertThat(ScopePlan.of(source(usual), ScopePlan.EMPTY, 0).grain()).isEqualTo(300);
        assertThat(ScopePlan.of(source(usual, burst), ScopePlan.EMPTY, 0).grain())
                .isEqualTo(1);
    }

    @Test
    void remembersSinceWhenABehaviorIsWatched() {
        ScopePlan first = ScopePlan.of(source(named("a").attached()), ScopePlan.EMPTY, 100);
        ScopePlan second = ScopePlan.of(source(named("a").attached(), named("b").attached()), first, 200);

        Coverage coverage = new Coverages(second).of(REGISTERED);

        assertThat(coverage.behavior(0).since()).isEqualTo(100);
        assertThat(coverage.behavior(1).since()).isEqualTo(200);
    }

    @Test
    void beginsAnewWithABehaviorThatMeasuresSomethingElse() {
        ScopePlan first = ScopePlan.of(
                source(aProfile(Facts.SCOPE, "a").with(aBehavior("b")).attached()), ScopePlan.EMPTY, 100);
        ScopePlan second = ScopePlan.of(
                source(aProfile(Facts.SCOPE, "a")
                        .with(aBehavior("b").on("aws:num-disconnects").over(300))
                        .attached()),
                first,
                200);

        assertThat(new Coverages(second).of(REGISTERED).behavior(0).since()).isEqualTo(200);
    }

    private static final BehaviorBuilder INSIDE = aBehavior("inside")
            .on("aws:num-messages-sent")
            .within("Own", DimensionOperator.IN)
            .over(300);
    private static final BehaviorBuilder OUTSIDE = aBehavior("outside")
            .on("aws:num-authorization-failures")
            .within("Own", DimensionOperator.NOT_IN)
            .over(300);

    private static List<String> concerned(BrokerFact fact, BehaviorBuilder... behaviors) {
        ProfileBuilder profile = aProfile(Facts.SCOPE, "p");
        List.of(behaviors).forEach(profile::with);
        ScopePlan plan = ScopePlan.of(source(profile.attached()), ScopePlan.EMPTY, 0);
        return plan.concerned(fact).stream()
                .map(measurand -> measurand.metric().name()
                        + (measurand.dimension() == null
                                ? ""
                                : " " + measurand.dimension().operator()))
                .toList();
    }

    @Test
    void sortsFactsByTheDimensionsOfTheirTopics() {
        BrokerFact own = Facts.publishedOn("own/flow", 1);
        BrokerFact other = Facts.publishedOn("other", 1);

        assertThat(concerned(own, INSIDE)).containsExactly("aws:num-messages-sent IN");
        assertThat(concerned(other, INSIDE)).isEmpty();
        assertThat(concerned(own, INSIDE, aBehavior("size")))
                .containsExactly("aws:message-byte-size", "aws:num-messages-sent IN");
        assertThat(concerned(other, INSIDE, aBehavior("size"))).containsExactly("aws:message-byte-size");
    }

    @Test
    void takesADeniedConnectForOutsideOfEveryDimension() {
        var connect =
                new BrokerFact.AuthorizationFailed(Facts.SCOPE, Facts.DEVICE, 3, "iot:Connect", null, "192.0.2.7");
        BehaviorBuilder inside = aBehavior("inside")
                .on("aws:num-authorization-failures")
                .within("Own", DimensionOperator.IN)
                .over(300);

        assertThat(concerned(connect, inside, OUTSIDE)).containsExactly("aws:num-authorization-failures NOT_IN");
    }

    @Test
    void takesADimensionThatIsGoneForEmpty() {
        BehaviorBuilder gone = aBehavior("gone")
                .on("aws:num-messages-sent")
                .within("Gone", DimensionOperator.NOT_IN)
                .over(300);

        assertThat(concerned(Facts.PUBLISHED, gone)).containsExactly("aws:num-messages-sent NOT_IN");
    }

    @Test
    void wantsOfAReportWhatIsMeasured() {
        ScopePlan plan = ScopePlan.of(
                source(aProfile(Facts.SCOPE, "p")
                        .with(aBehavior("ports").on("aws:num-listening-tcp-ports"))
                        .attached()),
                ScopePlan.EMPTY,
                0);
        var report = new DeviceReport(
                1, Map.of("aws:num-listening-tcp-ports", new Count(2), "aws:all-bytes-in", new Count(9)));

        assertThat(plan.concerned(report)).containsOnlyKeys("aws:num-listening-tcp-ports");
    }

    @Test
    void judgesReportsAsTheyComeUnlessADurationIsNamed() {
        Coverage coverage = plan(aProfile(Facts.SCOPE, "p")
                        .with(aBehavior("at-once").on("aws:num-listening-tcp-ports"))
                        .with(aBehavior("over")
                                .on("aws:num-listening-tcp-ports")
                                .over(600))
                        .attached())
                .of(REGISTERED);

        assertThat(coverage.behavior(0).series().seconds()).isZero();
        assertThat(coverage.behavior(1).series().seconds()).isEqualTo(600);
        assertThat(coverage.isKept(coverage.indexOf(coverage.behavior(0).series())))
                .isTrue();
        assertThat(coverage.isKept(coverage.indexOf(coverage.behavior(1).series())))
                .isFalse();
    }
}
