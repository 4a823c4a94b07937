// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.behavior.Statistic;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.learned.Judgement;
import io.fleetward.detect.learned.ValueKind;
import io.fleetward.detect.metric.AllBytesOutMetric;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.DisconnectsMetric;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.detect.metric.Tally;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LearnedEvaluatorTest {
    private static Expectation rare(double probability) {
        return new Expectation(
                new Judgement(probability, 9, 1, 5, Instant.EPOCH, Judgement.Source.GROUP, Judgement.Cause.HIGH, 1, 1),
                3);
    }

    private static BehaviorEvaluator evaluator(ConfidenceLevel confidence) {
        return BehaviorEvaluator.of(
                aBehavior("b").on("aws:message-byte-size").learns(confidence).build());
    }

    private static Verdict judge(ConfidenceLevel confidence, Yardstick yardstick) {
        return evaluator(confidence).judgeClosed(Tally.of(9), true, yardstick);
    }

    @Test
    void callsViolatingWhatIsRarerThanTheConfidenceDemands() {
        assertThat(judge(ConfidenceLevel.LOW, rare(9e-4))).isEqualTo(Verdict.VIOLATING);
        assertThat(judge(ConfidenceLevel.MEDIUM, rare(9e-4))).isEqualTo(Verdict.CONFORMING);
        assertThat(judge(ConfidenceLevel.MEDIUM, rare(9e-5))).isEqualTo(Verdict.VIOLATING);
        assertThat(judge(ConfidenceLevel.HIGH, rare(9e-5))).isEqualTo(Verdict.CONFORMING);
        assertThat(judge(ConfidenceLevel.HIGH, rare(9e-6))).isEqualTo(Verdict.VIOLATING);
    }

    @Test
    void doesNotJudgeWithoutAModelOrTooEarly() {
        BehaviorEvaluator evaluator = evaluator(ConfidenceLevel.LOW);

        assertThat(evaluator.judgeClosed(Tally.of(9), true, null)).isEqualTo(Verdict.UNDECIDED);
        assertThat(judge(ConfidenceLevel.LOW, new Threshold(Statistic.P50, 1, 1)))
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(evaluator.judgeOpen(Tally.of(9))).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void comparesTheMeanSizeOfMessages() {
        var window = Tally.of(10);
        window.add(21);

        assertThat(evaluator(ConfidenceLevel.LOW).measured(window)).isEqualTo(new Count(15));
        assertThat(((LearnedEvaluator) evaluator(ConfidenceLevel.LOW)).figure(window))
                .isEqualTo(15.5);
        assertThat(((LearnedEvaluator) evaluator(ConfidenceLevel.LOW)).figure(new Tally()))
                .isZero();
    }

    @Test
    void knowsOnWhatScaleAMetricIsCompared() {
        assertThat(LearnedEvaluator.valueKind(new DisconnectsMetric())).isEqualTo(ValueKind.COUNT);
        assertThat(LearnedEvaluator.valueKind(new AllBytesOutMetric())).isEqualTo(ValueKind.SIZE);
        assertThat(LearnedEvaluator.valueKind(new CustomMetric("heat", CustomMetricType.NUMBER)))
                .isEqualTo(ValueKind.NUMBER);
    }
}
