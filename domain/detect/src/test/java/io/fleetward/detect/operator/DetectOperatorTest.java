// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static io.fleetward.detect.profile.ProfileBuilder.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.alarm.AlarmMachine;
import io.fleetward.detect.alarm.AlarmOutput.ViolationProlonged;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.behavior.BehaviorBuilder;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.coverage.Coverages;
import io.fleetward.detect.coverage.Membership;
import io.fleetward.detect.coverage.ScopePlan;
import io.fleetward.detect.metric.Facts;
import io.fleetward.detect.metric.Metrics;
import io.fleetward.detect.operator.DetectOperator.Assignment;
import io.fleetward.detect.operator.DetectOperator.Event;
import io.fleetward.detect.profile.ProfileBuilder;
import io.fleetward.detect.window.Activity;
import io.fleetward.detect.window.MetricPeriod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Windows of one period are [0, 300), [300, 600), … in these tests; a message is a size at an instant. */
class DetectOperatorTest {
    private static final DeviceKey DEVICE = new DeviceKey(Facts.SCOPE, Facts.DEVICE, false);
    private static final int ALL_METRICS = (1 << Metrics.ALL.size()) - 1;
    private static final BehaviorBuilder SENT_BELOW_3 = aBehavior("sent")
            .on("aws:num-messages-sent")
            .expects("less-than", 3)
            .over(300);

    private final DetectOperator operator = new DetectOperator(new MetricPeriod(300));
    private final RecordingContext context = new RecordingContext();
    private ScopePlan plan = ScopePlan.EMPTY;

    private Coverage watch(BehaviorBuilder... behaviors) {
        ProfileBuilder profile = aProfile(Facts.SCOPE, "p");
        List.of(behaviors).forEach(profile::with);
        plan = ScopePlan.of(List.of(profile.attached()), plan, context.watermark);
        return new Coverages(plan).of(Membership.UNREGISTERED);
    }

    private void publish(Coverage coverage, int bytes, long at) {
        var activity = new Activity();
        activity.add(Facts.published(bytes, at), ALL_METRICS);
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
            assertThat(sample.periodEnd()).isEqualTo(300);
            assertThat(sample.tally().sum()).isEqualTo(2);
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
}
