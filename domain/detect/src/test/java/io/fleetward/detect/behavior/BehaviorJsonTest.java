// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.metric.MetricValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                aBehavior("b")
                        .on("aws:num-disconnects")
                        .expects("greater-than-equals", 0)
                        .over(3600)
                        .build(),
                aBehavior("c").alarmsAfter(10).clearsAfter(3).suppressed(false).build(),
                new Behavior("d", plain.metric(), plain.criteria(), 1, 1, true, false));
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
