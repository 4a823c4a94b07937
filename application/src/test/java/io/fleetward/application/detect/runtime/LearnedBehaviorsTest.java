// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import static io.fleetward.application.detect.Drafts.behavior;
import static io.fleetward.application.detect.Drafts.consecutive;
import static io.fleetward.application.detect.Drafts.learned;
import static io.fleetward.application.detect.Drafts.profile;
import static io.fleetward.application.detect.Drafts.update;
import static io.fleetward.application.detect.runtime.DetectWorld.HERE;
import static io.fleetward.registry.thing.ThingGroupBuilder.aGroup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fleetward.application.detect.ViolationFilter;
import io.fleetward.application.detect.ViolationRecord;
import io.fleetward.application.detect.learned.BehaviorModels.KeptModel;
import io.fleetward.application.detect.learned.BehaviorModels.TargetVersion;
import io.fleetward.application.detect.learned.TrainingPace;
import io.fleetward.application.detect.learned.TrainingProgress;
import io.fleetward.application.detect.learned.TrainingSummaries.Summary;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Role;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.Verification;
import io.fleetward.detect.alarm.VerificationState;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.coverage.LearnedSubject;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.evaluate.Expectation;
import io.fleetward.detect.learned.Judgement;
import io.fleetward.detect.metric.AllBytesInMetric;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.DevicePast;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.training.ModelStatus;
import io.fleetward.detect.training.ModelVersion;
import io.fleetward.detect.training.TrainingRules;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is normal is learned from what was kept and from what devices report, and judged from the first day on. */
class LearnedBehaviorsTest {
    private static final String ALL = "arn:aws:iot:eu-west-1:111122223333:all/things";
    private static final String BYTES = "aws:all-bytes-in";
    private static final Measurand MEASURED = Measurand.of(new AllBytesInMetric());
    private static final TrainingRules FROM_DAY_ONE = rules(false, true);
    private static final TrainingPace SMALL_STEPS = new TrainingPace(20_000, 2_000_000, 10, 1, 2);

    private final DetectWorld world = new DetectWorld(Duration.ofHours(1));

    /** Ripe after four hours and a hundred datapoints. */
    private static TrainingRules rules(boolean waits, boolean heedsVerification) {
        return new TrainingRules(
                Duration.ofHours(4),
                100,
                20,
                Duration.ofDays(1),
                Duration.ofMinutes(10),
                Duration.ofDays(30),
                waits,
                heedsVerification);
    }

    private void expect(BehaviorDraft... behaviors) {
        expectOf(ALL, behaviors);
    }

    private void expectOf(String target, BehaviorDraft... behaviors) {
        world.profiles().create(HERE, "p", profile(behaviors), Map.of());
        world.attachments().attach(HERE, "p", target);
        world.settle();
    }

    private void report(String device, long bytes) {
        world.report(device, Map.of(BYTES, new Count(bytes)));
    }

    /** Ten devices have reported about ten bytes, every minute for the last minutes. */
    private void keepHistory(int minutes) {
        for (int device = 0; device < 10; device++) {
            keepHistory(minutes, new DeviceKey(HERE, "pump-" + device, false), 9);
        }
    }

    /** A device has reported so many bytes or a few more, every minute for the last minutes. */
    private void keepHistory(int minutes, DeviceKey device, int bytes) {
        var samples = new ArrayList<MetricSample>();
        for (int minute = 1; minute <= minutes; minute++) {
            samples.add(new MetricSample(
                    device,
                    MEASURED,
                    world.clock.millis() - Duration.ofMinutes(minute).toMillis(),
                    Tally.of(bytes + minute % 3)));
        }
        world.registry.change(tx -> world.samples.save(tx, samples));
    }

    private void pass(Duration time, Duration step) {
        Instant end = world.clock.instant().plus(time);
        while (world.clock.instant().isBefore(end)) {
            world.timers.advance(step);
            world.settle();
        }
    }

    private Summary summary() {
        return world.summaries().list(HERE, null, PageRequest.first(1)).items().getFirst();
    }

    private List<ModelVersion> versions() {
        return world.summaries().versions(HERE, "p", "usual").stream()
                .map(TargetVersion::version)
                .toList();
    }

    private ViolationRecord alarm() {
        return world.review()
                .active(HERE, ViolationFilter.ALL, PageRequest.first(1))
                .items()
                .getFirst();
    }

    private Expectation expectation() {
        var evidence = Objects.requireNonNull(alarm().violation().evidence());
        return (Expectation) Objects.requireNonNull(evidence.yardstick());
    }

    @Test
    void learnsAtOnceFromWhatWasKept() {
        world.learn(FROM_DAY_ONE, TrainingPace.STANDARD);
        keepHistory(60);

        expect(learned("usual", BYTES, "HIGH"));

        assertThat(summary().status()).isEqualTo(ModelStatus.ACTIVE);
        assertThat(summary().percentage()).isEqualTo(100);
        assertThat(summary().refreshedAt()).isEqualTo(world.clock.instant());
        assertThat(summary().collectingSince()).isEqualTo(world.clock.instant().minus(Duration.ofMinutes(60)));
        assertThat(versions())
                .singleElement()
                .extracting(ModelVersion::version, ModelVersion::points, ModelVersion::devices, ModelVersion::excluded)
                .containsExactly(1L, 600L, 10L, 0L);

        report("valve", 900);
        assertThat(world.alarms()).containsExactly("valve usual");
        assertThat(expectation().version()).isEqualTo(1);
        assertThat(expectation().judgement().source()).isEqualTo(Judgement.Source.GROUP);
        report("valve", 10);
        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-cleared");
    }

    @Test
    void knowsThePastOfEachDeviceThatWasKept() {
        world.learn(FROM_DAY_ONE, TrainingPace.STANDARD);
        keepHistory(60);
        expect(learned("usual", BYTES, "HIGH"));
        var key = new ModelKey(new LearnedSubject(HERE, "p", "usual", MEASURED), new ProfileTarget.AllThings());

        DevicePast past = world.models().takePast(key, new DeviceKey(HERE, "pump-3", false));

        assertThat(past).isNotNull();
        assertThat(Objects.requireNonNull(past).baseline().points()).isEqualTo(60);
        assertThat(world.models().takePast(key, new DeviceKey(HERE, "pump-3", false)))
                .as("handed over once")
                .isNull();
        assertThat(world.models().takePast(key, new DeviceKey(HERE, "valve", false)))
                .isNull();
    }

    @Test
    void judgesADeviceByItselfUntilThereIsSomethingToLearnFrom() {
        world.learn(FROM_DAY_ONE, TrainingPace.STANDARD);
        expect(learned("usual", BYTES, "HIGH"));
        for (int n = 0; n < 4; n++) {
            world.pass(Duration.ofSeconds(1));
            report("pump", 10);
        }

        world.pass(Duration.ofSeconds(1));
        report("pump", 900);

        assertThat(world.alarms()).containsExactly("pump usual");
        assertThat(summary().status()).isEqualTo(ModelStatus.PENDING_BUILD);
        assertThat(expectation().version()).isZero();
        assertThat(expectation().judgement().source()).isEqualTo(Judgement.Source.DEVICE);
    }

    @Test
    void judgesNothingBeforeBothGatesAreMetWhereThatIsWanted() {
        world.learn(rules(true, true), TrainingPace.STANDARD);
        keepHistory(60);
        expect(learned("usual", BYTES, "HIGH"));

        report("valve", 900);
        assertThat(world.alarms()).isEmpty();
        assertThat(summary().status()).isEqualTo(ModelStatus.PENDING_BUILD);
        assertThat(summary().percentage()).isEqualTo(100);

        pass(Duration.ofHours(3).plusMinutes(50), Duration.ofMinutes(10));
        assertThat(summary().status()).isEqualTo(ModelStatus.ACTIVE);
        report("valve", 900);
        assertThat(world.alarms()).containsExactly("valve usual");
    }

    @Test
    void standsBesideRulesAndCountsAsTheyDo() {
        world.learn(FROM_DAY_ONE, TrainingPace.STANDARD);
        keepHistory(60);
        expect(consecutive(learned("usual", BYTES, "LOW"), 2, 2), behavior("little", BYTES, "less-than", 500));

        report("valve", 900);
        assertThat(world.alarms()).containsExactly("valve little");
        world.pass(Duration.ofSeconds(1));
        report("valve", 901);

        assertThat(world.alarms()).containsExactlyInAnyOrder("valve little", "valve usual");
    }

    /** Whoever attacks long enough must not be normal; what a person calls harmless is. */
    @Test
    void doesNotLearnFromAlarmsUnlessAPersonSaysTheyAreHarmless() {
        world.learn(FROM_DAY_ONE, TrainingPace.STANDARD);
        keepHistory(60);
        expect(learned("usual", BYTES, "HIGH"));
        for (int n = 0; n < 30; n++) {
            world.pass(Duration.ofSeconds(1));
            report("valve", 900);
        }
        report("pump-1", 10);
        pass(Duration.ofMinutes(30), Duration.ofMinutes(1));
        ModelVersion wary = versions().getFirst();
        assertThat(wary.version()).isGreaterThan(1);
        assertThat(wary.excluded()).isEqualTo(30);
        report("other", 900);
        assertThat(world.alarms()).contains("other usual");

        world.review().verify(byAnalyst(), alarmOf("valve"), new Verification(VerificationState.FALSE_POSITIVE, null));
        report("pump-1", 10);
        pass(Duration.ofHours(2), Duration.ofMinutes(1));

        assertThat(versions().getFirst().version()).isGreaterThan(wary.version());
        assertThat(versions().getFirst().excluded()).isEqualTo(1);
        assertThat(versions().getFirst().dataHash()).isNotEqualTo(wary.dataHash());
    }

    private String alarmOf(String device) {
        return world.review().active(HERE, ViolationFilter.ALL, PageRequest.first(10)).items().stream()
                .map(ViolationRecord::violation)
                .filter(violation -> violation.key().device().name().equals(device))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void goesOnWithItsTrainingAfterAKill() {
        keepHistory(60);
        world.learn(FROM_DAY_ONE, SMALL_STEPS);
        world.profiles().create(HERE, "p", profile(learned("usual", BYTES, "HIGH")), Map.of());
        world.attachments().attach(HERE, "p", ALL);
        world.settle(30);
        assertThat(summary().status()).isEqualTo(ModelStatus.PENDING_BUILD);
        TrainingProgress progress = Objects.requireNonNull(
                world.registry.<@Nullable TrainingProgress>read(tx -> world.behaviorModels.progress(
                        tx, world.behaviorModels.all(tx).getFirst().key())));
        assertThat(progress.points()).as("steps are small").isPositive().isLessThan(300);

        world.kill();

        assertThat(summary().status()).isEqualTo(ModelStatus.ACTIVE);
        assertThat(versions())
                .singleElement()
                .extracting(ModelVersion::version, ModelVersion::points, ModelVersion::devices)
                .containsExactly(1L, 600L, 10L);
    }

    @Test
    void judgesByTheSameModelAfterAKillAndTellsNoAlarmTwice() {
        world.learn(FROM_DAY_ONE, TrainingPace.STANDARD);
        keepHistory(60);
        expect(learned("usual", BYTES, "HIGH"));
        report("valve", 900);
        pass(Duration.ofHours(1), Duration.ofMinutes(30));

        world.kill();
        report("valve", 901);
        report("other", 900);
        report("valve", 10);

        assertThat(world.eventTypes()).containsExactly("in-alarm", "in-alarm", "alarm-cleared");
        assertThat(expectation().version()).isEqualTo(1);
    }

    @Test
    void keepsWhatADeviceTaughtThroughAKill() {
        world.learn(FROM_DAY_ONE, TrainingPace.STANDARD);
        expect(learned("usual", BYTES, "HIGH"));
        for (int n = 0; n < 4; n++) {
            world.pass(Duration.ofSeconds(1));
            report("pump", 10);
        }
        world.stopFor(Duration.ofSeconds(1));

        report("pump", 900);

        assertThat(world.alarms()).containsExactly("pump usual");
    }

    @Test
    void isLearnedAnewAsTimeGoesByAndKeepsTheLatestVersions() {
        world.learn(FROM_DAY_ONE, SMALL_STEPS);
        keepHistory(240);
        expect(learned("usual", BYTES, "HIGH"));
        for (int day = 0; day < 3; day++) {
            pass(Duration.ofHours(20), Duration.ofHours(1));
            for (int n = 0; n < 120; n++) {
                pass(Duration.ofMinutes(2), Duration.ofMinutes(2));
                report("pump-1", 10 + n % 2);
            }
        }

        assertThat(versions())
                .extracting(ModelVersion::version)
                .hasSize(2)
                .first()
                .isEqualTo(4L);
        assertThat(summary().percentage()).isEqualTo(100);
    }

    @Test
    void pausesWhileNothingIsAttachedAndExpiresAfterThirtyDays() {
        world.learn(FROM_DAY_ONE, TrainingPace.STANDARD);
        keepHistory(60);
        expect(learned("usual", BYTES, "HIGH"));
        report("valve", 900);

        world.attachments().detach(HERE, "p", ALL);
        world.settle();
        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-invalidated");
        pass(Duration.ofDays(20), Duration.ofHours(12));
        assertThat(summary().status()).isEqualTo(ModelStatus.ACTIVE);

        world.attachments().attach(HERE, "p", ALL);
        world.settle();
        report("valve", 900);
        assertThat(world.alarms()).as("resumed").containsExactly("valve usual");
        world.attachments().detach(HERE, "p", ALL);
        pass(Duration.ofDays(32), Duration.ofHours(12));
        assertThat(summary().status()).isEqualTo(ModelStatus.EXPIRED);

        world.attachments().attach(HERE, "p", ALL);
        world.settle();
        report("fan", 900);
        assertThat(world.alarms()).as("too late").isEmpty();
    }

    @Test
    void forgetsTheModelWithTheBehavior() {
        world.learn(FROM_DAY_ONE, TrainingPace.STANDARD);
        keepHistory(60);
        expect(learned("usual", BYTES, "HIGH"));

        world.profiles().update(HERE, update("p", learned("usual", "aws:all-packets-in", "HIGH")));
        world.settle();
        assertThat(summary().status()).isEqualTo(ModelStatus.PENDING_BUILD);
        assertThat(versions()).isEmpty();

        world.profiles().delete(HERE, "p", null);
        world.settle();
        List<?> left = world.registry.read(tx -> world.behaviorModels.all(tx));
        assertThat(left).isEmpty();
    }

    @Test
    void keepsTheModelUnderAnotherConfidence() {
        world.learn(FROM_DAY_ONE, TrainingPace.STANDARD);
        keepHistory(60);
        expect(learned("usual", BYTES, "HIGH"));

        world.profiles().update(HERE, update("p", learned("usual", BYTES, "LOW")));
        world.settle();

        assertThat(summary().status()).isEqualTo(ModelStatus.ACTIVE);
        assertThat(versions()).hasSize(1);
    }

    @Test
    void learnsFromTheDevicesOfItsTargetAlone() {
        world.learn(FROM_DAY_ONE, TrainingPace.STANDARD);
        keepHistory(60);
        world.createGroup(aGroup(HERE, "pumps"));
        world.createThing("pump-1");
        world.join("pump-1", "pumps");

        expectOf("arn:aws:iot:eu-west-1:111122223333:thinggroup/pumps", learned("usual", BYTES, "HIGH"));

        assertThat(summary().status())
                .as("a registered thing has measured nothing")
                .isEqualTo(ModelStatus.PENDING_BUILD);
        assertThat(summary().percentage()).isZero();
    }

    /** Pumps receive ten bytes a minute, cameras a hundred thousand. */
    @Test
    void learnsAModelForEachTarget() {
        world.learn(FROM_DAY_ONE, TrainingPace.STANDARD);
        world.createGroup(aGroup(HERE, "cameras"));
        world.createGroup(aGroup(HERE, "pumps").under(world.createGroup(aGroup(HERE, "plant"))));
        for (int device = 0; device < 10; device++) {
            register("pump-" + device, "pumps", 9);
            register("camera-" + device, "cameras", 100_000);
        }
        world.profiles().create(HERE, "p", profile(learned("usual", BYTES, "HIGH")), Map.of());
        for (String target : List.of(ALL, groupArn("plant"), groupArn("pumps"), groupArn("cameras"))) {
            world.attachments().attach(HERE, "p", target);
        }
        world.settle();

        assertThat(world.summaries().versions(HERE, "p", "usual"))
                .extracting(
                        kept -> kept.target().arn(HERE).resource(),
                        kept -> kept.version().devices())
                .containsExactlyInAnyOrder(tuple("thinggroup/pumps", 10L), tuple("thinggroup/cameras", 10L));
        assertThat(summary().status()).as("nobody in the plant is no pump").isEqualTo(ModelStatus.PENDING_BUILD);

        world.createThing("hall");
        world.join("hall", "cameras");
        world.createThing("cellar");
        world.join("cellar", "pumps");
        report("hall", 100_001);
        report("cellar", 100_001);
        assertThat(world.alarms()).containsExactly("cellar usual");
        assertThat(expectation().judgement().source()).isEqualTo(Judgement.Source.GROUP);

        for (String target : List.of(ALL, groupArn("plant"), groupArn("pumps"))) {
            world.attachments().detach(HERE, "p", target);
        }
        world.settle();
        assertThat(summary().status())
                .as("the cameras' model is all that counts")
                .isEqualTo(ModelStatus.ACTIVE);
        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-invalidated");
    }

    private static String groupArn(String group) {
        return "arn:aws:iot:eu-west-1:111122223333:thinggroup/" + group;
    }

    private void register(String thing, String group, int bytes) {
        world.createThing(thing);
        world.join(thing, group);
        keepHistory(60, new DeviceKey(HERE, thing, true), bytes);
    }

    @Test
    void leavesOutWhatWasCountedUntilTheAlarmWasRaised() {
        world.learn(FROM_DAY_ONE, TrainingPace.STANDARD);
        keepHistory(60);
        expect(consecutive(learned("usual", BYTES, "HIGH"), 3, 1));
        for (int n = 0; n < 3; n++) {
            world.pass(Duration.ofSeconds(1));
            report("valve", 900);
        }
        assertThat(world.alarms()).containsExactly("valve usual");
        report("pump-1", 10);
        pass(Duration.ofMinutes(30), Duration.ofMinutes(1));

        assertThat(versions().getFirst().excluded()).isEqualTo(3);
    }

    @Test
    void learnsAnewWhatItCannotReadAnyMore() {
        world.learn(FROM_DAY_ONE, TrainingPace.STANDARD);
        keepHistory(60);
        expect(learned("usual", BYTES, "HIGH"));
        world.registry.change(tx -> {
            var key = world.behaviorModels.all(tx).getFirst().key();
            var newest = Objects.requireNonNull(world.behaviorModels.newest(tx, key));
            world.behaviorModels.keep(tx, key, new KeptModel(newest.version(), new byte[1]), 8);
        });
        report("pump-1", 10);
        world.pass(Duration.ofSeconds(1));

        world.kill();

        assertThat(versions().getFirst().version()).isEqualTo(2);
        report("valve", 900);
        assertThat(expectation().version()).isEqualTo(2);
    }

    private static CallContext byAnalyst() {
        String arn = "arn:aws:iam::" + HERE.account() + ":user/ana";
        return new CallContext(new Caller(HERE, arn, "AKIAANA", Role.ANALYST, "192.0.2.1"), "request-1", Instant.EPOCH);
    }
}
