// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static io.fleetward.detect.profile.ProfileBuilder.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.behavior.BehaviorBuilder;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.coverage.Coverages;
import io.fleetward.detect.coverage.LearnedSubject;
import io.fleetward.detect.coverage.Membership;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.coverage.ScopePlan;
import io.fleetward.detect.coverage.ScopePlan.Source;
import io.fleetward.detect.evaluate.Expectation;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.learned.DeviceSeries;
import io.fleetward.detect.learned.Judgement;
import io.fleetward.detect.learned.LearnedModel;
import io.fleetward.detect.learned.ModelConfig;
import io.fleetward.detect.learned.PlainModels;
import io.fleetward.detect.learned.ValueKind;
import io.fleetward.detect.metric.AllBytesInMetric;
import io.fleetward.detect.metric.Facts;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessagesSentMetric;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.detect.operator.DetectOperator.Assignment;
import io.fleetward.detect.operator.DetectOperator.Event;
import io.fleetward.detect.operator.RestoredDevice.LearnedPast;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.window.Activity;
import io.fleetward.detect.window.Activity.Reported;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model has learned that devices receive about ten bytes between two reports; windows are [0, 300), [300, 600), … */
class LearnedBehaviorTest {
    private static final String BYTES = "aws:all-bytes-in";
    private static final DeviceKey DEVICE = new DeviceKey(Facts.SCOPE, "pump", false);
    private static final ModelKey KEY = key("usual", Measurand.of(new AllBytesInMetric()));

    private final DetectOperator operator = new DetectOperator(new MetricPeriod(300));
    private final RecordingContext context = new RecordingContext();
    private Coverage coverage = watch(aBehavior("usual").on(BYTES).learns(ConfidenceLevel.HIGH), 0);

    private static ModelKey key(String behavior, Measurand measurand) {
        return new ModelKey(new LearnedSubject(Facts.SCOPE, "p", behavior, measurand), new ProfileTarget.AllThings());
    }

    private static Coverage watch(BehaviorBuilder behavior, long now) {
        var source =
                new Source(List.of(aProfile(Facts.SCOPE, "p").with(behavior).attached()), Map.of());
        return new Coverages(ScopePlan.of(source, ScopePlan.EMPTY, now)).of(Membership.UNREGISTERED);
    }

    private static LearnedModel learned() {
        var training =
                new PlainModels().train(new ModelConfig(ValueKind.SIZE, 300_000, new ModelConfig.Gates(600_000, 4), 1));
        training.learn(new DeviceSeries("other", new long[] {1, 2, 3, 4}, new double[] {9, 10, 11, 10}));
        training.advance(4);
        return training.model();
    }

    @BeforeEach
    void putModelInForce() {
        context.models.put(KEY, new ModelInForce(7, learned()));
    }

    private void report(long bytes) {
        context.watermark += 100;
        var activity = new Activity();
        activity.add(new Reported(context.watermark, Map.of(BYTES, new Count(bytes))));
        operator.onEvent(DEVICE, () -> coverage, new Event(context.watermark, activity), context);
    }

    private DevicePast past() {
        DeviceState state = Objects.requireNonNull(context.states.get(DEVICE));
        return Objects.requireNonNull(state.past(0));
    }

    @Test
    void alarmsOnWhatTheModelDidNotExpectAndSaysWhatItExpected() {
        report(10);
        report(90);
        report(11);

        assertThat(context.events())
                .containsExactly("in-alarm 200 Count[value=90]", "alarm-cleared 300 Count[value=11]");
        var evidence =
                Objects.requireNonNull(context.outputs.getFirst().violation().evidence());
        assertThat(evidence.yardstick()).isInstanceOfSatisfying(Expectation.class, expectation -> {
            assertThat(expectation.version()).isEqualTo(7);
            assertThat(expectation.judgement().observed()).isEqualTo(90);
            assertThat(expectation.judgement().cause()).isEqualTo(Judgement.Cause.HIGH);
        });
    }

    @Test
    void letsTheDeviceTeachItsOwnBaseline() {
        report(10);
        report(10);

        assertThat(past().baseline().points()).isEqualTo(2);
        assertThat(past().lastAt()).isEqualTo(200);
    }

    @Test
    void beginsWithWhatWasLearnedOfTheDeviceBeforehand() {
        LearnedModel model = learned();
        var baseline = model.newDevice();
        model.judge(baseline, 50, 10, ConfidenceLevel.HIGH);
        model.judge(baseline, 51, 10, ConfidenceLevel.HIGH);
        report(10);
        context.pasts.put(DEVICE, new DevicePast(baseline, 51));

        report(10);

        assertThat(past().baseline()).as("it knows more").isSameAs(baseline);
        assertThat(past().baseline().points()).isEqualTo(3);
    }

    @Test
    void keepsQuietWithoutAModel() {
        context.models.clear();

        report(10_000);

        assertThat(context.outputs).isEmpty();
        assertThat(context.states).doesNotContainKey(DEVICE);
    }

    @Test
    void countsDatapointsInARowAsRulesDo() {
        coverage =
                watch(aBehavior("usual").on(BYTES).learns(ConfidenceLevel.HIGH).alarmsAfter(2), 0);

        report(90);
        report(10);
        report(90);
        assertThat(context.events()).isEmpty();
        report(91);

        assertThat(context.events()).containsExactly("in-alarm 400 Count[value=91]");
    }

    /** A sum that was watched in part is no datapoint, and must not teach that devices do so little. */
    @Test
    void learnsOfWholeWindowsAlone() {
        var sent = Measurand.of(new MessagesSentMetric());
        var key = key("sent", sent);
        context.models.put(key, new ModelInForce(1, learned()));
        coverage = watch(aBehavior("sent").on("aws:num-messages-sent").learns(ConfidenceLevel.LOW), 100);
        send(150);
        context.passTime(operator, 300);
        assertThat(context.states).doesNotContainKey(DEVICE);

        send(310);
        context.passTime(operator, 600);

        assertThat(past().lastAt()).isEqualTo(600);
        assertThat(context.events()).containsExactly("in-alarm 600 Count[value=1]");
    }

    private void send(long at) {
        var activity = new Activity();
        activity.add(Facts.published(26, at), List.of(Measurand.of(new MessagesSentMetric())));
        operator.onEvent(DEVICE, () -> coverage, new Event(at, activity), context);
    }

    @Test
    void keepsTheBaselineUnderAnotherConfidenceAndForgetsItWithTheMetric() {
        report(10);
        var other = watch(aBehavior("usual").on(BYTES).learns(ConfidenceLevel.LOW), 200);
        operator.onConfig(DEVICE, new Assignment(other, 200), context);
        assertThat(past().baseline().points()).isEqualTo(1);

        var packets = watch(aBehavior("usual").on("aws:all-packets-in").learns(ConfidenceLevel.LOW), 300);
        operator.onConfig(DEVICE, new Assignment(packets, 300), context);

        assertThat(context.states).doesNotContainKey(DEVICE);
    }

    @Test
    void keepsTheBaselineWhereAnotherTargetCoversTheDevice() {
        report(10);
        var group = new ThingGroupName("pumps");
        var profile = aProfile(Facts.SCOPE, "p")
                .with(aBehavior("usual").on(BYTES).learns(ConfidenceLevel.HIGH))
                .on(new ProfileTarget.AllThings(), new ProfileTarget.GroupMembers(group));
        var source = new Source(List.of(profile.attached()), Map.of());
        var pumps = new Coverages(ScopePlan.of(source, ScopePlan.EMPTY, 200));
        coverage = pumps.of(new Membership(true, List.of(group)));
        var ofPumps = new ModelKey(KEY.subject(), new ProfileTarget.GroupMembers(group));
        context.models.put(ofPumps, new ModelInForce(9, learned()));

        operator.onConfig(DEVICE, new Assignment(coverage, 200), context);
        report(90);
        report(10);

        assertThat(past().baseline().points()).isEqualTo(2);
        assertThat(Objects.requireNonNull(context.outputs.getFirst().violation().evidence())
                        .yardstick())
                .isInstanceOfSatisfying(
                        Expectation.class,
                        expectation -> assertThat(expectation.version()).isEqualTo(9));
    }

    @Test
    void takesUpTheBaselineAfterARestart() {
        report(10);
        DevicePast known = past();
        context.states.clear();
        var strange = key("usual", Measurand.of(new MessagesSentMetric())).subject();
        var restored = new RestoredDevice(
                List.of(),
                List.of(),
                List.of(new LearnedPast(KEY.subject(), known), new LearnedPast(strange, known)),
                null,
                List.of(),
                List.of());

        operator.onRestore(DEVICE, new Assignment(coverage, 500), restored, context);

        assertThat(past()).isSameAs(known);
    }

    @Test
    void forgetsTheBaselineOfADeviceThatIsGoneForLong() {
        report(10);

        operator.onTidy(DEVICE, 100, context);
        assertThat(past().lastAt()).isEqualTo(100);
        operator.onTidy(DEVICE, 101, context);

        assertThat(context.states).doesNotContainKey(DEVICE);
        operator.onTidy(DEVICE, 101, context);
    }
}
