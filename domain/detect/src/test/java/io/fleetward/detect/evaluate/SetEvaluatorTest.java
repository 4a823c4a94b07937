// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.metric.Elements;
import io.fleetward.detect.metric.MetricValue;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SetEvaluatorTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/io/fleetward/detect/evaluate/sets.csv", numLinesToSkip = 1)
    void judgesAsTheTableSays(
            String id,
            String metric,
            String operator,
            String kind,
            @Nullable String expected,
            @Nullable String seen,
            Verdict verdict,
            String source) {
        var evaluator = BehaviorEvaluator.of(aBehavior("b")
                .on(metric)
                .expects(operator, value(kind, expected))
                .build());
        MetricValue measured = value(kind, seen);
        Elements window = Elements.of(measured);

        assertThat(evaluator.judgeClosed(window, true, null))
                .as("%s: %s", id, source)
                .isEqualTo(verdict);
        assertThat(evaluator.judgeClosed(window, false, null))
                .as("%s, seen in part", id)
                .isEqualTo(verdict);
        assertThat(evaluator.judgeOpen(window))
                .as("%s, open", id)
                .isEqualTo(verdict == Verdict.VIOLATING ? Verdict.VIOLATING : Verdict.UNDECIDED);
        assertThat(evaluator.measured(window)).isEqualTo(measured);
    }

    private static MetricValue value(String kind, @Nullable String text) {
        return switch (kind) {
            case "cidrs" -> new MetricValue.Cidrs(list(text, Function.identity()));
            case "ports" -> new MetricValue.Ports(list(text, Integer::valueOf));
            case "numbers" -> new MetricValue.Numbers(list(text, Double::valueOf));
            default -> new MetricValue.Strings(list(text, Function.identity()));
        };
    }

    private static <T> List<T> list(@Nullable String text, Function<String, T> read) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(read).toList();
    }
}
