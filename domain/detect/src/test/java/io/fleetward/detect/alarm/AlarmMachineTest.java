// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.alarm.AlarmMachine.Step;
import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.AlarmOutput.ViolationProlonged;
import io.fleetward.detect.behavior.BehaviorBuilder;
import io.fleetward.detect.evaluate.Verdict;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlarmMachineTest {
    private static final DeviceKey DEVICE =
            new DeviceKey(AccountRegion.of("111122223333", "eu-west-1"), "pump-7", true);

    private AlarmSubject subject = about(aBehavior("msgSize"));
    private AlarmState state = AlarmState.OK;
    private @Nullable AlarmOutput told;

    private static AlarmSubject about(BehaviorBuilder behavior) {
        return new AlarmSubject(
                new AlarmKey(DEVICE, "TinyMessages", "msgSize"), behavior.build(), () -> "8d3f0a9be6c2410f");
    }

    private void take(Verdict verdict, long windowEnd, long at, long value) {
        keep(AlarmMachine.step(
                state, subject, new Datapoint(verdict, windowEnd, at, Evidences.of(new Count(value), windowEnd))));
    }

    private void keep(Step step) {
        state = step.state();
        told = step.output();
    }

    private ViolationEvent event() {
        assertThat(told).isInstanceOf(ViolationEvent.class);
        return (ViolationEvent) Objects.requireNonNull(told);
    }

    @Test
    void raisesTheAlarmWithTheDatapointThatBrokeTheBehavior() {
        take(Verdict.VIOLATING, 300, 120, 26);

        assertThat(event().type()).isEqualTo(ViolationEventType.IN_ALARM);
        assertThat(event().at()).isEqualTo(Instant.ofEpochMilli(120));
        assertThat(event().value()).isEqualTo(new Count(26));
        Violation violation = event().violation();
        assertThat(violation.id()).isEqualTo("8d3f0a9be6c2410f");
        assertThat(violation.startedAt()).isEqualTo(Instant.ofEpochMilli(120));
        assertThat(violation.lastAt()).isEqualTo(Instant.ofEpochMilli(120));
        assertThat(state.isInAlarm()).isTrue();
    }

    @Test
    void clearsTheAlarmUnderTheSameIdWithTheValueThatClearedIt() {
        take(Verdict.VIOLATING, 300, 120, 26);
        take(Verdict.CONFORMING, 600, 600, 3);

        assertThat(event().type()).isEqualTo(ViolationEventType.ALARM_CLEARED);
        assertThat(event().violation().id()).isEqualTo("8d3f0a9be6c2410f");
        assertThat(event().at()).isEqualTo(Instant.ofEpochMilli(600));
        assertThat(event().value()).isEqualTo(new Count(3));
        assertThat(event().violation().lastValue()).isEqualTo(new Count(26));
        assertThat(event().violation().decidedThrough()).isEqualTo(Instant.ofEpochMilli(600));
        assertThat(state.isInAlarm()).isFalse();
    }

    @Test
    void countsAWindowOnceHoweverOftenItIsJudged() {
        subject = about(aBehavior("msgSize").alarmsAfter(2));

        take(Verdict.VIOLATING, 300, 120, 9);
        take(Verdict.VIOLATING, 300, 130, 10);
        take(Verdict.VIOLATING, 300, 300, 10);
        assertThat(told).isNull();

        take(Verdict.VIOLATING, 600, 400, 11);
        assertThat(event().type()).isEqualTo(ViolationEventType.IN_ALARM);
    }

    @Test
    void startsCountingAnewAfterAConformingDatapoint() {
        subject = about(aBehavior("msgSize").alarmsAfter(2));

        take(Verdict.VIOLATING, 300, 300, 9);
        take(Verdict.CONFORMING, 600, 600, 1);
        take(Verdict.VIOLATING, 900, 900, 9);

        assertThat(told).isNull();
        assertThat(state.isInAlarm()).isFalse();
    }

    @Test
    void countsOnAcrossWindowsWithoutDatapoint() {
        subject = about(aBehavior("msgSize").alarmsAfter(2));

        take(Verdict.VIOLATING, 300, 300, 9);
        take(Verdict.UNDECIDED, 600, 600, 1);
        take(Verdict.VIOLATING, 3000, 3000, 9);

        assertThat(event().type()).isEqualTo(ViolationEventType.IN_ALARM);
    }

    @Test
    void recordsAFurtherViolatingDatapointWithoutAnEvent() {
        take(Verdict.VIOLATING, 300, 120, 26);
        take(Verdict.VIOLATING, 600, 420, 30);

        assertThat(told).isInstanceOf(ViolationProlonged.class);
        Violation violation = Objects.requireNonNull(told).violation();
        assertThat(violation.lastAt()).isEqualTo(Instant.ofEpochMilli(420));
        assertThat(violation.lastValue()).isEqualTo(new Count(30));
        assertThat(violation.startedAt()).isEqualTo(Instant.ofEpochMilli(120));
    }

    @Test
    void recordsTheFinalValueOfTheWindowThatRaisedTheAlarm() {
        take(Verdict.VIOLATING, 300, 120, 26);
        take(Verdict.VIOLATING, 300, 300, 31);

        assertThat(told).isInstanceOf(ViolationProlonged.class);
        assertThat(Objects.requireNonNull(told).violation().lastValue()).isEqualTo(new Count(31));
    }

    @Test
    void keepsQuietWhenTheFinalValueIsNoNews() {
        take(Verdict.VIOLATING, 300, 120, 26);
        take(Verdict.VIOLATING, 300, 300, 26);

        assertThat(told).isNull();
    }

    @Test
    void clearsOnlyAfterEnoughConformingDatapointsInARow() {
        subject = about(aBehavior("msgSize").clearsAfter(2));
        take(Verdict.VIOLATING, 300, 120, 26);

        take(Verdict.CONFORMING, 600, 600, 1);
        assertThat(told).isNull();
        take(Verdict.VIOLATING, 900, 900, 26);
        take(Verdict.CONFORMING, 1200, 1200, 1);
        assertThat(told).isNull();
        take(Verdict.CONFORMING, 1500, 1500, 1);
        assertThat(event().type()).isEqualTo(ViolationEventType.ALARM_CLEARED);
    }

    @Test
    void invalidatesAnAlarmWithoutAValue() {
        take(Verdict.VIOLATING, 300, 120, 26);

        keep(AlarmMachine.invalidate(state, subject, 200));

        assertThat(event().type()).isEqualTo(ViolationEventType.ALARM_INVALIDATED);
        assertThat(event().value()).isNull();
        assertThat(event().at()).isEqualTo(Instant.ofEpochMilli(200));
        assertThat(state).isEqualTo(AlarmState.OK);
    }

    @Test
    void endsAnAlarmLaterThanItBegan() {
        take(Verdict.VIOLATING, 300, 120, 26);

        keep(AlarmMachine.invalidate(state, subject, 120));

        assertThat(event().at()).isEqualTo(Instant.ofEpochMilli(121));
    }

    @Test
    void invalidatesNothingWhenAllIsWell() {
        keep(AlarmMachine.invalidate(AlarmState.OK, subject, 200));

        assertThat(told).isNull();
    }

    @Test
    void judgesTheOpenWindowAgainUnderNewRules() {
        take(Verdict.VIOLATING, 300, 120, 26);
        state = AlarmMachine.underNewRules(state);
        assertThat(state.isInAlarm()).isTrue();

        take(Verdict.CONFORMING, 300, 300, 26);

        assertThat(event().type()).isEqualTo(ViolationEventType.ALARM_CLEARED);
    }

    @Test
    void givesUpTwoDaysAfterTheLastDatapoint() {
        assertThat(AlarmMachine.silentAt(AlarmState.OK)).isEqualTo(Long.MAX_VALUE);

        take(Verdict.VIOLATING, 300, 120, 26);

        assertThat(AlarmMachine.silentAt(state))
                .isEqualTo(120 + Duration.ofDays(2).toMillis());
    }
}
