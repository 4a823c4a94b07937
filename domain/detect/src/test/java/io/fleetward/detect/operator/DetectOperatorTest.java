// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static io.fleetward.detect.profile.ProfileBuilder.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.detect.alarm.AlarmMachine;
import io.fleetward.detect.alarm.AlarmOutput.ViolationProlonged;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.behavior.BehaviorBuilder;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.coverage.Coverages;
import io.fleetward.detect.coverage.Membership;
import io.fleetward.detect.coverage.ScopePlan;
import io.fleetward.detect.coverage.ScopePlan.Source;
import io.fleetward.detect.dimension.Dimension;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.metric.Facts;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.detect.metric.MetricValue.Numeric;
import io.fleetward.detect.metric.MetricValue.Ports;
import io.fleetward.detect.operator.DetectOperator.Assignment;
import io.fleetward.detect.operator.DetectOperator.Event;
import io.fleetward.detect.profile.ProfileBuilder;
import io.fleetward.detect.window.Activity;
import io.fleetward.detect.window.Activity.Reported;
import io.fleetward.detect.window.MetricPeriod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Windows of one period are [0, 300), [300, 600), … in these tests; a message is a size at an instant. */
class DetectOperatorTest {
    private static final DeviceKey DEVICE = new DeviceKey(Facts.SCOPE, Facts.DEVICE, false);
    private static final BehaviorBuilder SENT_BELOW_3 = aBehavior("sent")
            .on("aws:num-messages-sent")
            .expects("less-than", 3)
            .over(300);

    private static final Map<String, Dimension> DIMENSIONS =
            Map.of("Own", new Dimension("Own", List.of("own/${iot:ClientId}/#")));
    private static final String PORTS = "aws:num-listening-tcp-ports";

    private final DetectOperator operator = new DetectOperator(new MetricPeriod(300));
    private final RecordingContext context = new RecordingContext();
    private ScopePlan plan = ScopePlan.EMPTY;

    private Coverage watch(BehaviorBuilder... behaviors) {
        ProfileBuilder profile = aProfile(Facts.SCOPE, "p");
        List.of(behaviors).forEach(profile::with);
        plan = ScopePlan.of(new Source(List.of(profile.attached()), DIMENSIONS), plan, context.watermark);
        return new Coverages(plan).of(Membership.UNREGISTERED);
    }

    private void publish(Coverage coverage, int bytes, long at) {
        happen(coverage, Facts.published(bytes, at));
    }

    private void happen(Coverage coverage, BrokerFact fact) {
        var activity = new Activity();
        activity.add(fact, plan.concerned(fact));
        operator.onEvent(DEVICE, () -> coverage, new Event(fact.at() / 300 * 300, activity), context);
    }

    private void report(Coverage coverage, String metric, MetricValue value, long at) {
        var activity = new Activity();
        activity.add(new Reported(at, Map.of(metric, value)));
        operator.onEvent(DEVICE, () -> coverage, new Event(at / 300 * 300, activity), context);
    }

    @Test
    void raisesTheAlarmInTheMiddleOfTheWindow() {
        publish(watch(aBehavior("size")), 9, 120);

        assertThat(context.events()).containsExactly("in-alarm 120 Count[value=9]");
    }

    @Test
    void clearsTheAlarmAtTheEndOfTheNextWindowWithShortMessagesOnly() {
        Coverage coverage = watch(aBehavior("size"));
        publish(coverage, 9, 120);
        context.passTime(operator, 300);
        publish(coverage, 3, 310);
        assertThat(context.events()).hasSize(1);

        context.passTime(operator, 600);

        assertThat(context.events()).containsExactly("in-alarm 120 Count[value=9]", "alarm-cleared 600 Count[value=3]");
    }

    @Test
    void keepsTheAlarmThroughASilentWindow() {
        Coverage coverage = watch(aBehavior("size"));
        publish(coverage, 9, 120);

        context.passTime(operator, 3000);

        assertThat(context.events()).hasSize(1);
    }

    @Test
    void sumsACounterOverItsWindow() {
        Coverage coverage = watch(SENT_BELOW_3);
        publish(coverage, 1, 10);
        publish(coverage, 1, 20);
        context.passTime(operator, 300);
        publish(coverage, 1, 310);
        assertThat(context.events()).isEmpty();

        publish(coverage, 1, 320);
        publish(coverage, 1, 330);

        assertThat(context.events()).containsExactly("in-alarm 330 Count[value=3]");
    }

    @Test
    void judgesAShortfallWhenTheWindowIsOver() {
        Coverage coverage = watch(aBehavior("sent")
                .on("aws:num-messages-sent")
                .expects("greater-than", 1)
                .over(600));
        publish(coverage, 1, 10);

        context.passTime(operator, 300);
        assertThat(context.events()).isEmpty();
        context.passTime(operator, 600);

        assertThat(context.events()).containsExactly("in-alarm 600 Count[value=1]");
    }

    @Test
    void takesNoShortfallFromAWindowThatWasWatchedInPart() {
        context.watermark = 100;
        Coverage coverage = watch(aBehavior("sent")
                .on("aws:num-messages-sent")
                .expects("greater-than", 1)
                .over(300));
        publish(coverage, 1, 110);
        context.passTime(operator, 300);
        assertThat(context.events()).isEmpty();

        publish(coverage, 1, 310);
        context.passTime(operator, 600);

        assertThat(context.events()).containsExactly("in-alarm 600 Count[value=1]");
    }

    @Test
    void closesAnOlderWindowBeforeItOpensANewerOne() {
        Coverage coverage = watch(SENT_BELOW_3);
        publish(coverage, 1, 10);
        publish(coverage, 1, 20);

        publish(coverage, 1, 310);

        assertThat(context.events()).isEmpty();
        assertThat(context.samples).singleElement().satisfies(sample -> {
            assertThat(sample.at()).isEqualTo(300);
            assertThat(sample.gathered().tally().sum()).isEqualTo(2);
        });
    }

    @Test
    void countsWhatComesLateForThePeriodThatIsOpen() {
        Coverage coverage = watch(SENT_BELOW_3);
        publish(coverage, 1, 10);
        context.passTime(operator, 300);

        publish(coverage, 1, 299);
        publish(coverage, 1, 301);
        publish(coverage, 1, 302);

        assertThat(context.events()).containsExactly("in-alarm 302 Count[value=3]");
    }

    @Test
    void recordsTheFinalValueOfTheWindowThatRaisedTheAlarm() {
        Coverage coverage = watch(aBehavior("size"));
        publish(coverage, 9, 120);
        publish(coverage, 40, 130);

        context.passTime(operator, 300);

        assertThat(context.outputs).last().isInstanceOf(ViolationProlonged.class);
        assertThat(context.outputs.getLast().violation().lastValue()).hasToString("Count[value=40]");
        assertThat(context.events()).hasSize(1);
    }

    @Test
    void judgesTwoBehaviorsOfOneMetricEachByItself() {
        Coverage coverage = watch(aBehavior("small"), aBehavior("large").expects("less-than", 100));

        publish(coverage, 9, 120);

        assertThat(context.events()).hasSize(1);
        assertThat(context.outputs.getFirst().violation().key().behavior()).isEqualTo("small");
        assertThat(context.judged).isEqualTo(2);
    }

    @Test
    void forgetsADeviceThatHasNothingOpen() {
        publish(watch(aBehavior("size")), 3, 120);
        assertThat(context.states).hasSize(1);

        context.passTime(operator, 300);

        assertThat(context.states).isEmpty();
    }

    @Test
    void invalidatesAnAlarmAfterTwoDaysOfSilence() {
        publish(watch(aBehavior("size")), 9, 120);
        long silent = 120 + AlarmMachine.SILENCE.toMillis();

        context.passTime(operator, silent - 1);
        assertThat(context.events()).hasSize(1);
        context.passTime(operator, silent + 300);

        assertThat(context.events())
                .last()
                .asString()
                .startsWith("alarm-invalidated")
                .endsWith("null");
        assertThat(context.states).isEmpty();
    }

    @Test
    void invalidatesTheAlarmOfABehaviorThatIsNoLongerWatched() {
        publish(watch(aBehavior("size")), 9, 120);

        operator.onConfig(DEVICE, new Assignment(watch(aBehavior("other")), 200), context);

        assertThat(context.events()).last().isEqualTo("alarm-invalidated 200 null");
    }

    @Test
    void invalidatesTheAlarmOfADeviceThatIsNoLongerCovered() {
        publish(watch(aBehavior("size")), 9, 120);

        operator.onConfig(DEVICE, new Assignment(Coverage.NONE, 200), context);

        assertThat(context.events()).last().isEqualTo("alarm-invalidated 200 null");
        assertThat(context.states).isEmpty();
    }

    @Test
    void invalidatesTheAlarmOfABehaviorThatMeasuresSomethingElseNow() {
        publish(watch(aBehavior("size")), 9, 120);
        Coverage changed = watch(aBehavior("size").on("aws:num-disconnects").over(300));

        operator.onConfig(DEVICE, new Assignment(changed, 200), context);

        assertThat(context.events()).last().isEqualTo("alarm-invalidated 200 null");
    }

    @Test
    void keepsTheAlarmUnderANewThresholdAndJudgesTheOpenWindowByIt() {
        publish(watch(aBehavior("size")), 9, 120);
        operator.onConfig(DEVICE, new Assignment(watch(aBehavior("size").expects("less-than", 20)), 200), context);
        assertThat(context.events()).hasSize(1);

        context.passTime(operator, 300);

        assertThat(context.events()).last().isEqualTo("alarm-cleared 300 Count[value=9]");
    }

    @Test
    void keepsAlarmAndWindowWhenSomethingElseChanges() {
        Coverage before = watch(aBehavior("size"), SENT_BELOW_3);
        publish(before, 9, 120);
        Coverage after = watch(
                SENT_BELOW_3,
                aBehavior("size"),
                aBehavior("new").on("aws:num-disconnects").over(300));

        operator.onConfig(DEVICE, new Assignment(after, 200), context);
        publish(after, 1, 210);
        publish(after, 1, 220);

        assertThat(context.events()).containsExactly("in-alarm 120 Count[value=9]", "in-alarm 220 Count[value=3]");
    }

    @Test
    void doesNotWatchADeviceWithoutCoverage() {
        publish(Coverage.NONE, 9, 120);

        assertThat(context.states).isEmpty();
        assertThat(context.outputs).isEmpty();
    }

    @Test
    void judgesAReportAtOnce() {
        Coverage coverage = watch(aBehavior("ports").on(PORTS).expects("less-than", 3));

        report(coverage, PORTS, new Count(5), 120);
        report(coverage, PORTS, new Count(2), 130);

        assertThat(context.events()).containsExactly("in-alarm 120 Count[value=5]", "alarm-cleared 130 Count[value=2]");
        assertThat(context.states).as("nothing to wait for").isEmpty();
    }

    @Test
    void countsReportsOfOneMillisecondApart() {
        Coverage coverage =
                watch(aBehavior("ports").on(PORTS).expects("less-than", 3).alarmsAfter(3));

        for (int n = 0; n < 3; n++) {
            report(coverage, PORTS, new Count(5 + n), 120);
        }

        assertThat(context.events()).containsExactly("in-alarm 120 Count[value=7]");
    }

    @Test
    void takesTheLatestReportOfAWindow() {
        Coverage coverage =
                watch(aBehavior("ports").on(PORTS).expects("less-than", 3).over(600));
        report(coverage, PORTS, new Count(5), 120);
        report(coverage, PORTS, new Count(2), 310);
        report(coverage, PORTS, new Count(4), 590);
        assertThat(context.events()).isEmpty();

        context.passTime(operator, 600);

        assertThat(context.events()).containsExactly("in-alarm 600 Count[value=4]");
    }

    @Test
    void addsUpReportedCountersAndAlarmsEarly() {
        Coverage coverage = watch(aBehavior("bytes")
                .on("aws:all-bytes-out")
                .expects("less-than", 100)
                .over(600));

        report(coverage, "aws:all-bytes-out", new Count(60), 120);
        report(coverage, "aws:all-bytes-out", new Count(60), 310);

        assertThat(context.events()).containsExactly("in-alarm 310 Count[value=120]");
    }

    @Test
    void comparesReportedSetsWithTheExpectedOnes() {
        String metric = "aws:listening-tcp-ports";
        Coverage coverage = watch(aBehavior("ports").on(metric).expects("in-port-set", new Ports(List.of(8888))));

        report(coverage, metric, new Ports(List.of(8888, 22)), 120);
        report(coverage, metric, new Ports(List.of()), 420);

        assertThat(context.events())
                .containsExactly("in-alarm 120 Ports[values=[8888, 22]]", "alarm-cleared 420 Ports[values=[]]");
    }

    @Test
    void keepsTheValueOfEveryReport() {
        Coverage coverage = watch(
                aBehavior("at-once").on(PORTS), aBehavior("over").on(PORTS).over(300));

        report(coverage, PORTS, new Count(5), 120);
        report(coverage, PORTS, new Count(6), 130);
        context.passTime(operator, 300);

        assertThat(context.samples)
                .extracting(
                        sample -> sample.at() + ": " + sample.gathered().tally().latest())
                .containsExactly("120: 5.0", "130: 6.0");
    }

    @Test
    void ignoresAReportOfAnotherKindThanTheMetricHas() {
        Coverage coverage = watch(aBehavior("battery").on("battery").expects("less-than", new Numeric(80.5)));

        report(coverage, "battery", new Ports(List.of(1)), 120);
        report(coverage, "battery", new Numeric(81), 130);

        assertThat(context.events()).containsExactly("in-alarm 130 Numeric[value=81.0]");
    }

    @Test
    void alarmsForAnAddressAsSoonAsItIsSeen() {
        Coverage coverage = watch(aBehavior("home")
                .on("aws:source-ip-address")
                .expects("in-cidr-set", new MetricValue.Cidrs(List.of("10.0.0.0/8"))));

        happen(coverage, Facts.published(1, 120));

        assertThat(context.events()).containsExactly("in-alarm 120 Cidrs[values=[192.0.2.7]]");
    }

    @Test
    void countsOnlyWhatHappensInsideTheDimension() {
        Coverage coverage = watch(
                aBehavior("own")
                        .on("aws:num-messages-sent")
                        .within("Own", DimensionOperator.IN)
                        .expects("less-than", 2)
                        .over(300),
                aBehavior("others")
                        .on("aws:num-messages-sent")
                        .within("Own", DimensionOperator.NOT_IN)
                        .expects("less-than", 2)
                        .over(300));

        happen(coverage, Facts.publishedOn("own/pump-7/flow", 10));
        happen(coverage, Facts.publishedOn("own/pump-8/flow", 20));
        assertThat(context.events()).isEmpty();
        happen(coverage, Facts.publishedOn("own/pump-7/heat", 30));

        assertThat(context.outputs)
                .extracting(output -> output.violation().key().behavior())
                .containsExactly("own");
    }

    @Test
    void invalidatesTheAlarmOfABehaviorThatLooksAtAnotherPart() {
        BehaviorBuilder sent = aBehavior("sent")
                .on("aws:num-messages-sent")
                .expects("less-than", 1)
                .over(300);
        publish(watch(sent), 1, 120);
        Coverage changed = watch(sent.within("Own", DimensionOperator.IN));

        operator.onConfig(DEVICE, new Assignment(changed, 200), context);

        assertThat(context.events()).last().isEqualTo("alarm-invalidated 200 null");
    }
}
