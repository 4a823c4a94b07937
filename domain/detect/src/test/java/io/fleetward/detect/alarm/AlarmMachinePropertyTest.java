// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.alarm.AlarmMachine.Step;
import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.evaluate.Verdict;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.testkit.Seed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The machine against a model that keeps every verdict and counts them all again each time. */
class AlarmMachinePropertyTest {
    private static final int RUNS = 300;
    private static final int STEPS = 200;
    private static final List<Verdict> VERDICTS = List.of(Verdict.values());
    private static final DeviceKey DEVICE =
            new DeviceKey(AccountRegion.of("111122223333", "eu-west-1"), "pump-7", true);

    /** Keeps the verdicts since the last transition, one per window. */
    private static final class SlowModel {
        private final List<Verdict> verdicts = new ArrayList<>();
        private final Set<Long> windows = new HashSet<>();
        private final int toAlarm;
        private final int toClear;
        private boolean isInAlarm;

        SlowModel(int toAlarm, int toClear) {
            this.toAlarm = toAlarm;
            this.toClear = toClear;
        }

        @Nullable
        ViolationEventType take(Verdict verdict, long windowEnd) {
            if (verdict == Verdict.UNDECIDED || !windows.add(windowEnd)) {
                return null;
            }
            verdicts.add(verdict);
            if (!isInAlarm && endsWith(Verdict.VIOLATING, toAlarm)) {
                return transition(ViolationEventType.IN_ALARM);
            }
            return isInAlarm && endsWith(Verdict.CONFORMING, toClear)
                    ? transition(ViolationEventType.ALARM_CLEARED)
                    : null;
        }

        @Nullable
        ViolationEventType invalidate() {
            verdicts.clear();
            windows.clear();
            boolean wasInAlarm = isInAlarm;
            isInAlarm = false;
            return wasInAlarm ? ViolationEventType.ALARM_INVALIDATED : null;
        }

        void underNewRules() {
            verdicts.clear();
            windows.clear();
        }

        private boolean endsWith(Verdict verdict, int times) {
            int size = verdicts.size();
            return size >= times
                    && verdicts.subList(size - times, size).stream().allMatch(one -> one == verdict);
        }

        private ViolationEventType transition(ViolationEventType type) {
            isInAlarm = type == ViolationEventType.IN_ALARM;
            verdicts.clear();
            return type;
        }
    }

    @Test
    void transitionsExactlyWhenTheModelDoes() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        for (int run = 0; run < RUNS; run++) {
            compare(random, seed);
        }
    }

    private static void compare(RandomGenerator random, Seed seed) {
        int toAlarm = random.nextInt(1, 5);
        int toClear = random.nextInt(1, 5);
        var subject = new AlarmSubject(
                new AlarmKey(DEVICE, "p", "b"),
                aBehavior("b").alarmsAfter(toAlarm).clearsAfter(toClear).build(),
                () -> "id");
        var model = new SlowModel(toAlarm, toClear);
        AlarmState state = AlarmState.OK;
        long window = 1;
        for (int n = 0; n < STEPS; n++) {
            window += random.nextInt(3) == 0 ? 0 : 1;
            ViolationEventType expected;
            Step step;
            switch (random.nextInt(40)) {
                case 0 -> {
                    expected = model.invalidate();
                    step = AlarmMachine.invalidate(state, subject, window);
                    window++;
                }
                case 1 -> {
                    model.underNewRules();
                    expected = null;
                    step = new Step(AlarmMachine.underNewRules(state), null);
                    window++;
                }
                default -> {
                    Verdict verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
                    var datapoint =
                            new Datapoint(verdict, window, window, Evidences.of(new Count(random.nextInt(4)), window));
                    expected = model.take(verdict, window);
                    step = AlarmMachine.step(state, subject, datapoint);
                    // A conforming datapoint is the last word on its window.
                    window += verdict == Verdict.CONFORMING ? 1 : 0;
                }
            }
            state = step.state();
            assertThat(transition(step)).as("step %d, %s", n, seed).isEqualTo(expected);
            assertThat(state.isInAlarm()).as("step %d, %s", n, seed).isEqualTo(model.isInAlarm);
        }
    }

    private static @Nullable ViolationEventType transition(Step step) {
        return step.output() instanceof ViolationEvent event ? event.type() : null;
    }
}
