// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static io.fleetward.detect.profile.ProfileBuilder.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.alarm.AlarmKey;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.behavior.BehaviorBuilder;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.coverage.Coverages;
import io.fleetward.detect.coverage.Membership;
import io.fleetward.detect.coverage.ScopePlan;
import io.fleetward.detect.coverage.ScopePlan.Source;
import io.fleetward.detect.coverage.Series;
import io.fleetward.detect.metric.Facts;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessageByteSizeMetric;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.DetectOperator.Assignment;
import io.fleetward.detect.operator.RestoredDevice.AlarmCount;
import io.fleetward.detect.operator.RestoredDevice.OpenWindow;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.detect.window.MetricWindow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The snapshot was taken at some instant, the process ended later: whatever the store has since then wins. */
class DeviceRestoreTest {
    private static final DeviceKey DEVICE = new DeviceKey(Facts.SCOPE, Facts.DEVICE, false);
    private static final OpenWindow LONG_MESSAGE =
            new OpenWindow(new Series(Measurand.of(new MessageByteSizeMetric()), 300), window(9));
    private static final OpenWindow SHORT_MESSAGE =
            new OpenWindow(new Series(Measurand.of(new MessageByteSizeMetric()), 300), window(3));

    private final DetectOperator operator = new DetectOperator(new MetricPeriod(300));
    private final RecordingContext context = new RecordingContext();
    private BehaviorBuilder behavior = aBehavior("size");

    private static MetricWindow window(long bytes) {
        return new MetricWindow(300, 600, Tally.of((double) bytes));
    }

    private Violation violation(long decidedThrough) {
        return new Violation(
                "violation-0",
                new AlarmKey(DEVICE, "p", "size"),
                behavior.build(),
                Instant.ofEpochMilli(120),
                Instant.ofEpochMilli(120),
                new Count(9),
                Instant.ofEpochMilli(decidedThrough),
                null);
    }

    private static AlarmCount count(int violating, int conforming, @Nullable String violationId) {
        return new AlarmCount("p", "size", violating, conforming, 300, 300, violationId);
    }

    private void restore(RestoredDevice earlier) {
        Coverage coverage = new Coverages(ScopePlan.of(
                        new Source(
                                List.of(aProfile(Facts.SCOPE, "p")
                                        .with(behavior)
                                        .attached()),
                                Map.of()),
                        ScopePlan.EMPTY,
                        1000))
                .of(Membership.UNREGISTERED);
        operator.onRestore(DEVICE, new Assignment(coverage, 1000), earlier, context);
        context.passTime(operator, 900);
    }

    private static RestoredDevice of(
            List<OpenWindow> windows, List<AlarmCount> counts, List<Violation> active, List<Violation> ended) {
        return new RestoredDevice(windows, counts, List.of(), null, active, ended);
    }

    @Test
    void judgesTheWindowThatWasOpenAndNotYetDecided() {
        restore(of(List.of(LONG_MESSAGE), List.of(), List.of(), List.of()));

        assertThat(context.events()).containsExactly("in-alarm 600 Count[value=9]");
    }

    @Test
    void doesNotRaiseAgainWhatTheStoreHasRaised() {
        restore(of(List.of(LONG_MESSAGE), List.of(), List.of(violation(600)), List.of()));

        assertThat(context.events()).isEmpty();
    }

    @Test
    void clearsWhatTheStoreHasRaised() {
        restore(of(List.of(SHORT_MESSAGE), List.of(), List.of(violation(300)), List.of()));

        assertThat(context.events()).containsExactly("alarm-cleared 600 Count[value=3]");
        assertThat(context.outputs.getLast().violation().id()).isEqualTo("violation-0");
    }

    @Test
    void doesNotClearAgainWhatTheStoreHasCleared() {
        restore(of(List.of(SHORT_MESSAGE), List.of(count(0, 0, "violation-0")), List.of(), List.of(violation(600))));

        assertThat(context.events()).isEmpty();
        assertThat(context.states).isEmpty();
    }

    @Test
    void doesNotRaiseForAWindowThatAnEndedViolationHasDecided() {
        restore(of(List.of(LONG_MESSAGE), List.of(), List.of(), List.of(violation(600))));

        assertThat(context.events()).isEmpty();
    }

    @Test
    void countsOnWhereTheSnapshotStopped() {
        behavior = aBehavior("size").alarmsAfter(2);

        restore(of(List.of(LONG_MESSAGE), List.of(count(1, 0, null)), List.of(), List.of()));

        assertThat(context.events()).containsExactly("in-alarm 600 Count[value=9]");
    }

    @Test
    void countsOnTowardsTheEndOfAnAlarm() {
        behavior = aBehavior("size").clearsAfter(2);

        restore(of(List.of(SHORT_MESSAGE), List.of(count(0, 1, "violation-0")), List.of(violation(300)), List.of()));

        assertThat(context.events()).containsExactly("alarm-cleared 600 Count[value=3]");
    }

    @Test
    void takesNoCountThatBelongsToAnotherEpisode() {
        behavior = aBehavior("size").clearsAfter(2);

        restore(of(List.of(SHORT_MESSAGE), List.of(count(0, 1, "violation-x")), List.of(violation(300)), List.of()));

        assertThat(context.events()).isEmpty();
    }

    @Test
    void takesNoCountThatIsOlderThanTheLastTransition() {
        behavior = aBehavior("size").alarmsAfter(2);

        restore(of(List.of(LONG_MESSAGE), List.of(count(1, 0, null)), List.of(), List.of(violation(300))));

        assertThat(context.events()).isEmpty();
    }

    @Test
    void invalidatesAnAlarmWhoseBehaviorIsGone() {
        Violation violation = violation(300);
        behavior = aBehavior("another");

        restore(of(List.of(), List.of(), List.of(violation), List.of()));

        assertThat(context.events()).containsExactly("alarm-invalidated 1000 null");
    }

    @Test
    void invalidatesAnAlarmThatHeardNothingForTwoDays() {
        restore(of(List.of(), List.of(), List.of(violation(300)), List.of()));

        context.passTime(operator, 200_000_000);

        assertThat(context.events()).singleElement().asString().startsWith("alarm-invalidated");
    }
}
