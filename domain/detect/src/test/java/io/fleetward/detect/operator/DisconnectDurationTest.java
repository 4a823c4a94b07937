// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static io.fleetward.detect.profile.ProfileBuilder.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.behavior.BehaviorBuilder;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.coverage.Coverages;
import io.fleetward.detect.coverage.Membership;
import io.fleetward.detect.coverage.ScopePlan;
import io.fleetward.detect.coverage.ScopePlan.Source;
import io.fleetward.detect.metric.Facts;
import io.fleetward.detect.metric.Presence;
import io.fleetward.detect.operator.DetectOperator.Assignment;
import io.fleetward.detect.operator.DetectOperator.Event;
import io.fleetward.detect.window.Activity;
import io.fleetward.detect.window.MetricPeriod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long a device is gone is measured although, and because, nothing is heard of it. Instants are minutes. */
class DisconnectDurationTest {
    private static final DeviceKey DEVICE = new DeviceKey(Facts.SCOPE, Facts.DEVICE, true);
    private static final long MINUTE = 60_000;

    private final DetectOperator operator = new DetectOperator(MetricPeriod.FIVE_MINUTES);
    private final RecordingContext context = new RecordingContext();
    private DeviceKey device = DEVICE;
    private final BehaviorBuilder behavior =
            aBehavior("gone").on("aws:disconnect-duration").expects("less-than-equals", 6);

    private ScopePlan plan() {
        return ScopePlan.of(
                new Source(List.of(aProfile(Facts.SCOPE, "p").with(behavior).attached()), Map.of()),
                ScopePlan.EMPTY,
                0);
    }

    private Coverage coverage() {
        return new Coverages(plan()).of(new Membership(true, List.of()));
    }

    private void happen(BrokerFact fact) {
        var activity = new Activity();
        activity.add(fact, plan().concerned(fact));
        operator.onEvent(device, this::coverage, new Event(fact.at() / (5 * MINUTE) * 5 * MINUTE, activity), context);
    }

    private void connect(long minute) {
        happen(Facts.connectedAt(minute * MINUTE));
    }

    private void disconnect(long connectedAt, long minute) {
        happen(Facts.disconnected(connectedAt * MINUTE, minute * MINUTE));
    }

    private void passTo(long minute) {
        context.passTime(operator, minute * MINUTE);
    }

    private List<String> events() {
        return context.events();
    }

    private static String event(String type, long minute, long value) {
        return type + " " + minute * MINUTE + " Count[value=" + value + "]";
    }

    private @Nullable Presence presence() {
        return Objects.requireNonNull(context.states.get(device)).presence();
    }

    @Test
    void alarmsWhenTheDeviceHasBeenGoneTooLongAndClearsWhenItIsBack() {
        connect(1);
        disconnect(1, 2);
        passTo(5);
        assertThat(events()).isEmpty();

        passTo(10);
        assertThat(events()).containsExactly(event("in-alarm", 10, 8));

        connect(12);
        passTo(20);
        assertThat(events()).containsExactly(event("in-alarm", 10, 8), event("alarm-cleared", 15, 0));
    }

    @Test
    void measuresAtTheEndOfEveryPeriodWhileTheDeviceIsGone() {
        connect(1);
        disconnect(1, 2);
        passTo(20);

        assertThat(context.samples)
                .extracting(sample -> sample.gathered().tally().latest())
                .containsExactly(3.0, 8.0, 13.0, 18.0);
    }

    @Test
    void keepsTheAlarmOfADeviceThatIsGoneForMonths() {
        connect(1);
        disconnect(1, 2);

        passTo(Duration.ofDays(90).toMinutes());

        assertThat(events()).containsExactly(event("in-alarm", 10, 8));
        assertThat(context.outputs.getLast().violation().lastAt().toEpochMilli())
                .isEqualTo(Duration.ofDays(90).toMillis());
    }

    @Test
    void forgetsAnUnregisteredDeviceThatNeverComesBack() {
        device = new DeviceKey(Facts.SCOPE, Facts.DEVICE, false);
        connect(1);
        disconnect(1, 2);

        passTo(Duration.ofDays(17).toMinutes());

        assertThat(events()).hasSize(2).last().asString().startsWith("alarm-invalidated");
        assertThat(context.states).isEmpty();
    }

    @Test
    void asksForNoMeasuringWhileTheDeviceIsConnected() {
        connect(1);
        passTo(20);

        assertThat(context.samples).hasSize(1);
        assertThat(context.wakes).isEmpty();
        assertThat(Objects.requireNonNull(presence()).isOnline()).isTrue();
    }

    @Test
    void measuresOnUntilEnoughDatapointsHaveClearedTheAlarm() {
        behavior.clearsAfter(3);
        connect(1);
        disconnect(1, 2);
        passTo(10);
        connect(11);

        passTo(30);

        assertThat(events()).containsExactly(event("in-alarm", 10, 8), event("alarm-cleared", 25, 0));
    }

    @Test
    void takesOverWhenTheConnectionIsTakenOver() {
        connect(1);
        connect(3);
        disconnect(1, 3);
        passTo(30);

        assertThat(events()).isEmpty();
    }

    @Test
    void takesTheEndOfTheProcessForTheEndOfAllConnections() {
        operator.onRestore(
                device,
                new Assignment(coverage(), 12 * MINUTE),
                new RestoredDevice(
                        List.of(), List.of(), List.of(), new Presence(MINUTE, Presence.ONLINE), List.of(), List.of()),
                context);

        passTo(20);

        assertThat(events()).containsExactly(event("in-alarm", 20, 8));
    }

    @Test
    void goesOnMeasuringAfterARestart() {
        operator.onRestore(
                device,
                new Assignment(coverage(), 12 * MINUTE),
                new RestoredDevice(
                        List.of(), List.of(), List.of(), new Presence(MINUTE, 2 * MINUTE), List.of(), List.of()),
                context);

        passTo(15);

        assertThat(events()).containsExactly(event("in-alarm", 15, 13));
    }

    @Test
    void carriesOnThroughAChangeOfWhatIsWatched() {
        connect(1);
        disconnect(1, 2);
        behavior.expects("less-than", 20);
        operator.onConfig(device, new Assignment(coverage(), 3 * MINUTE), context);

        passTo(25);

        assertThat(events()).containsExactly(event("in-alarm", 25, 23));
    }

    @Test
    void forgetsTheConnectionWhenNobodyAsksAnyMore() {
        connect(1);
        disconnect(1, 2);

        operator.onConfig(device, new Assignment(Coverage.NONE, 3 * MINUTE), context);

        assertThat(context.states).isEmpty();
    }
}
