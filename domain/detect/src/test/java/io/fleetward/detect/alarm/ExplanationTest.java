// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.behavior.BehaviorBuilder;
import io.fleetward.detect.behavior.Statistic;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.evaluate.Expectation;
import io.fleetward.detect.evaluate.Threshold;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.learned.Judgement;
import io.fleetward.detect.metric.Facts;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.MetricValue.Count;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Instant FROM = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-06-01T00:05:00Z");

    private static String explain(BehaviorBuilder behavior, @Nullable Evidence evidence) {
        var device = new DeviceKey(Facts.SCOPE, Facts.DEVICE, true);
        return Explanation.of(new Violation(
                "v", new AlarmKey(device, "p", "b"), behavior.build(), TO, TO, new Count(9), TO, evidence));
    }

    @Test
    void namesTheWindowAndTheFixedBound() {
        assertThat(explain(aBehavior("b"), new Evidence(new Count(26), FROM, TO, null)))
                .isEqualTo("pump-7: aws:message-byte-size was 26 in the window from 2026-06-01T00:00:00Z to"
                        + " 2026-06-01T00:05:00Z, but was expected to be less-than 8.");
    }

    @Test
    void namesThePopulationOfAPercentile() {
        BehaviorBuilder behavior = aBehavior("b")
                .on("aws:all-bytes-in")
                .expects("less-than-equals", Statistic.P90)
                .over(300)
                .alarmsAfter(3);

        assertThat(explain(behavior, new Evidence(new Count(100), FROM, TO, new Threshold(Statistic.P90, 90.5, 10))))
                .isEqualTo("pump-7: aws:all-bytes-in was 100 in the window from 2026-06-01T00:00:00Z to"
                        + " 2026-06-01T00:05:00Z, but was expected to be less-than-equals 90.5, which was the p90 of"
                        + " the 10 devices measured in the window before, 3 datapoints in a row.");
        assertThat(explain(behavior, null))
                .isEqualTo("pump-7: aws:all-bytes-in was 9, but was expected to be less-than-equals the p90 of all"
                        + " devices in the window before, 3 datapoints in a row.");
    }

    @Test
    void tellsWhatAModelExpected() {
        BehaviorBuilder behavior = aBehavior("b")
                .on("aws:all-bytes-in")
                .learns(ConfidenceLevel.HIGH)
                .alarmsAfter(2);
        var judgement = new Judgement(2.5e-7, 900, 10, 90, TO, Judgement.Source.DEVICE, Judgement.Cause.HIGH, 0.75, 1);

        assertThat(explain(behavior, new Evidence(new Count(900), FROM, TO, new Expectation(judgement, 7))))
                .isEqualTo("pump-7: aws:all-bytes-in in the window from 2026-06-01T00:00:00Z to 2026-06-01T00:05:00Z "
                        + judgement.sentence() + ", 2 datapoints in a row.");
        assertThat(explain(behavior, null))
                .isEqualTo("pump-7: aws:all-bytes-in was 9, but was expected to be what a model has learned,"
                        + " 2 datapoints in a row.");
    }

    @Test
    void namesTheReportAndTheSets() {
        BehaviorBuilder behavior = aBehavior("b")
                .on("aws:listening-tcp-ports")
                .expects("in-port-set", new MetricValue.Ports(List.of(8883)));

        assertThat(explain(behavior, new Evidence(new MetricValue.Ports(List.of(22, 8883)), TO, TO, null)))
                .isEqualTo("pump-7: aws:listening-tcp-ports was [22,8883] in the report of 2026-06-01T00:05:00Z,"
                        + " but was expected to be in-port-set [8883].");
    }

    @Test
    void namesTheDimension() {
        BehaviorBuilder behavior = aBehavior("b")
                .on("aws:num-messages-sent")
                .within("Own", DimensionOperator.NOT_IN)
                .over(300);

        assertThat(explain(behavior, null))
                .startsWith("pump-7: aws:num-messages-sent outside dimension Own was 9, but");
        assertThat(explain(behavior.within("Own", DimensionOperator.IN), null)).contains("inside dimension Own");
    }
}
