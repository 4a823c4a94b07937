// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.MetricValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BehaviorJsonTest {
    @Test
    void writesABehaviorAsTheApiShowsIt() {
        Behavior behavior = aBehavior("msgSize").build();

        assertThat(BehaviorJson.write(behavior))
                .hasToString(
                        "{\"name\":\"msgSize\",\"metric\":\"aws:message-byte-size\",\"criteria\":{\"comparisonOperator\":"
                                + "\"less-than\",\"value\":{\"count\":8},\"consecutiveDatapointsToAlarm\":1,"
                                + "\"consecutiveDatapointsToClear\":1}}");
    }

    @ParameterizedTest
    @MethodSource("behaviors")
    void readsWhatItWrote(Behavior behavior) {
        assertThat(BehaviorJson.read(BehaviorJson.write(behavior))).isEqualTo(behavior);
    }

    static List<Behavior> behaviors() {
        Behavior plain = aBehavior("a").build();
        return List.of(
                plain,
                aBehavior("learned")
                        .on("aws:num-messages-sent")
                        .within("Own", DimensionOperator.NOT_IN)
                        .learns(ConfidenceLevel.MEDIUM)
                        .alarmsAfter(3)
                        .build(),
                aBehavior("b")
                        .on("aws:num-disconnects")
                        .expects("greater-than-equals", 0)
                        .over(3600)
                        .build(),
                aBehavior("c").alarmsAfter(10).clearsAfter(3).suppressed(false).build(),
                aBehavior("e")
                        .on("aws:num-messages-sent")
                        .within("Own", DimensionOperator.NOT_IN)
                        .over(300)
                        .build(),
                aBehavior("f")
                        .on("aws:all-bytes-in")
                        .expects("less-than-equals", Statistic.P99_9)
                        .over(900)
                        .build(),
                aBehavior("g")
                        .on("battery")
                        .expects("greater-than", Statistic.P0)
                        .over(300)
                        .build(),
                new Behavior("d", plain.measurand(), plain.criteria(), 1, 1, true, false));
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void knowsTheTypeOfAMetricThatIsLongGone(String operator, MetricValue value, CustomMetricType type) {
        Behavior behavior =
                aBehavior("mine").on("gone").expects(operator, value).build();

        Behavior read = BehaviorJson.read(BehaviorJson.write(behavior));

        assertThat(read.metric()).isEqualTo(new CustomMetric("gone", type));
        assertThat(read).isEqualTo(behavior);
    }

    static List<Arguments> expectations() {
        return List.of(
                arguments("less-than", new MetricValue.Count(8), CustomMetricType.NUMBER),
                arguments("less-than", new MetricValue.Numeric(0.5), CustomMetricType.NUMBER),
                arguments("in-set", new MetricValue.Numbers(List.of(1.5)), CustomMetricType.NUMBER_LIST),
                arguments("in-set", new MetricValue.Strings(List.of("a")), CustomMetricType.STRING_LIST),
                arguments("in-cidr-set", new MetricValue.Cidrs(List.of("::/0")), CustomMetricType.IP_ADDRESS_LIST));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsEveryKindOfValueItWrote(MetricValue value) {
        assertThat(MetricValueJson.read(MetricValueJson.write(value))).isEqualTo(value);
    }

    static List<MetricValue> values() {
        return List.of(
                new MetricValue.Count(Long.MAX_VALUE),
                new MetricValue.Numeric(-1.5),
                new MetricValue.Cidrs(List.of("10.0.0.0/8", "2001:db8::/32")),
                new MetricValue.Ports(List.of(22, 443)),
                new MetricValue.Numbers(List.of(1.0, 2.5)),
                new MetricValue.Strings(List.of("a", "b")));
    }
}
