// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static io.fleetward.detect.profile.ProfileBuilder.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.behavior.BehaviorBuilder;
import io.fleetward.detect.behavior.Statistic;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.coverage.Coverages;
import io.fleetward.detect.coverage.Membership;
import io.fleetward.detect.coverage.ScopePlan;
import io.fleetward.detect.coverage.ScopePlan.Source;
import io.fleetward.detect.evaluate.Threshold;
import io.fleetward.detect.metric.Facts;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.detect.metric.MetricValue.Numeric;
import io.fleetward.detect.operator.DetectOperator.Event;
import io.fleetward.detect.window.Activity;
import io.fleetward.detect.window.Activity.Reported;
import io.fleetward.detect.window.MetricPeriod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ten devices report how many bytes they received; windows are [0, 300), [300, 600), … */
class PercentileTest {
    private static final String BYTES = "aws:all-bytes-in";

    private final DetectOperator operator = new DetectOperator(new MetricPeriod(300));
    private final RecordingContext context = new RecordingContext();
    private Coverage coverage = watch(
            aBehavior("bytes")
                    .on(BYTES)
                    .expects("less-than-equals", Statistic.P90)
                    .over(300),
            0);

    private static Coverage watch(BehaviorBuilder behavior, long now) {
        var source =
                new Source(List.of(aProfile(Facts.SCOPE, "p").with(behavior).attached()), Map.of());
        return new Coverages(ScopePlan.of(source, ScopePlan.EMPTY, now)).of(Membership.UNREGISTERED);
    }

    private void report(int device, MetricValue value, String metric) {
        var activity = new Activity();
        activity.add(new Reported(context.watermark + 10, Map.of(metric, value)));
        operator.onEvent(
                new DeviceKey(Facts.SCOPE, "device-" + device, false),
                () -> coverage,
                new Event(context.watermark, activity),
                context);
    }

    /** A window in which each device receives ten times as many bytes as its number. */
    private void passWindow() {
        for (int device = 1; device <= 10; device++) {
            report(device, new Count(10L * device), BYTES);
        }
        context.passTime(operator, context.watermark + 300);
    }

    @Test
    void judgesAWindowByWhatAllDevicesDidInTheOneBefore() {
        passWindow();
        assertThat(context.events()).as("nothing to compare with").isEmpty();

        passWindow();

        assertThat(context.events()).containsExactly("in-alarm 600 Count[value=100]");
        assertThat(context.outputs.getFirst().violation().key().device().name()).isEqualTo("device-10");
        assertThat(context.outputs.getFirst().violation().evidence())
                .isEqualTo(new Evidence(
                        new Count(100),
                        Instant.ofEpochMilli(300),
                        Instant.ofEpochMilli(600),
                        new Threshold(Statistic.P90, 90, 10)));
    }

    @Test
    void hasNothingToCompareWithAfterASilentWindow() {
        passWindow();
        context.passTime(operator, 600);

        passWindow();

        assertThat(context.events()).isEmpty();
    }

    @Test
    void leavesOutWindowsThatWereWatchedInPart() {
        coverage = watch(
                aBehavior("bytes")
                        .on(BYTES)
                        .expects("less-than-equals", Statistic.P90)
                        .over(300),
                100);

        passWindow();

        assertThat(context.populations).isEmpty();
    }

    @Test
    void doesNotJudgeAfterANegativeValue() {
        coverage = watch(
                aBehavior("heat").on("heat").expects("less-than", Statistic.P0).over(300), 0);
        report(1, new Numeric(-3), "heat");
        report(2, new Numeric(5), "heat");
        context.passTime(operator, 300);
        report(1, new Numeric(7), "heat");

        context.passTime(operator, 600);

        assertThat(context.events()).isEmpty();
    }
}
