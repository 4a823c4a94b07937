// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Tally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class StaticEvaluatorTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/io/fleetward/detect/evaluate/static.csv", numLinesToSkip = 1)
    void judgesAsTheTableSays(
            String id,
            String metric,
            String operator,
            long bound,
            String amounts,
            Verdict open,
            Verdict closed,
            Verdict closedPartly,
            long measured,
            String source) {
        var evaluator = BehaviorEvaluator.of(
                aBehavior("b").on(metric).expects(operator, bound).over(300).build());
        var window = new Tally();
        for (String amount : amounts.split(" ", -1)) {
            window.add(Double.parseDouble(amount));
        }

        assertThat(evaluator.judgeOpen(window)).as("%s, open: %s", id, source).isEqualTo(open);
        assertThat(evaluator.judgeClosed(window, true, null))
                .as("%s, closed: %s", id, source)
                .isEqualTo(closed);
        assertThat(evaluator.judgeClosed(window, false, null))
                .as("%s, seen in part", id)
                .isEqualTo(closedPartly);
        assertThat(evaluator.measured(window)).isEqualTo(new MetricValue.Count(measured));
    }
}
