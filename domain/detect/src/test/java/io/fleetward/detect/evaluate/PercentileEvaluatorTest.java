// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.behavior.Statistic;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentileEvaluatorTest {
    private static BehaviorEvaluator evaluator(String metric, String operator) {
        return BehaviorEvaluator.of(aBehavior("b")
                .on(metric)
                .expects(operator, Statistic.P90)
                .over(300)
                .build());
    }

    private static Threshold threshold(double value) {
        return new Threshold(Statistic.P90, value, 10);
    }

    @ParameterizedTest
    @CsvSource({
        "less-than-equals, 12, CONFORMING, CONFORMING",
        "less-than-equals, 11, VIOLATING, VIOLATING",
        "less-than, 12, VIOLATING, VIOLATING",
        "greater-than, 12, VIOLATING, UNDECIDED",
        "greater-than-equals, 12, CONFORMING, CONFORMING",
    })
    void comparesWithThePercentile(String operator, double percentile, Verdict whole, Verdict inPart) {
        var window = new Tally(2, 12, 5, 7, 5);
        BehaviorEvaluator evaluator = evaluator("aws:num-messages-sent", operator);

        assertThat(evaluator.judgeClosed(window, true, threshold(percentile))).isEqualTo(whole);
        assertThat(evaluator.judgeClosed(window, false, threshold(percentile))).isEqualTo(inPart);
        assertThat(evaluator.judgeOpen(window)).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void comparesAllBytesOfAWindow() {
        var window = new Tally(2, 30, 4, 26, 4);
        BehaviorEvaluator evaluator = evaluator("aws:message-byte-size", "less-than");

        assertThat(evaluator.measured(window)).isEqualTo(new MetricValue.Count(30));
        assertThat(evaluator.judgeClosed(window, true, threshold(30))).isEqualTo(Verdict.VIOLATING);
        assertThat(evaluator.judgeClosed(window, true, threshold(31))).isEqualTo(Verdict.CONFORMING);
    }

    @Test
    void hasNoVerdictWithoutAThreshold() {
        assertThat(evaluator("battery", "less-than").judgeClosed(Tally.of(1), true, null))
                .isEqualTo(Verdict.UNDECIDED);
    }
}
