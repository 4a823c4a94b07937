// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.backtest;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.Statistic;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.learned.ModelConfig;
import io.fleetward.detect.learned.PlainModels;
import io.fleetward.detect.metric.Elements;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");
    private static final long PERIOD = 300_000;
    private static final long START = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();
    private static final Instant END = Instant.ofEpochMilli(START + 100 * PERIOD);
    private static final Behavior SMALL = aBehavior("Small").build();
    private static final Behavior FEW = aBehavior("Few")
            .on("aws:num-messages-sent")
            .expects("less-than-equals", 10)
            .over(900)
            .build();

    @Test
    void alarmsAndClearsAsItWouldHave() {
        Backtest backtest = of(SMALL);
        List<PastAlarm> alarms = backtest.judge(
                device("pump-7"),
                List.of(size("pump-7", 1, 5), size("pump-7", 2, 26), size("pump-7", 3, 30), size("pump-7", 4, 6)));
        assertThat(alarms)
                .containsExactly(new PastAlarm(
                        device("pump-7"),
                        "Small",
                        Instant.ofEpochMilli(START + 2 * PERIOD - 1),
                        Instant.ofEpochMilli(START + 4 * PERIOD),
                        new MetricValue.Count(26)));
        assertThat(backtest.outcome("Small").alarms()).isEqualTo(1);
        assertThat(backtest.outcome("Small").devices()).isEqualTo(1);
        assertThat(backtest.devices()).isEqualTo(1);
    }

    @Test
    void learnsFromTheFirstPartOfThePastAndJudgesTheRest() {
        Behavior usual = aBehavior("Usual").learns(ConfidenceLevel.HIGH).build();
        List<MetricSample> pump = new ArrayList<>();
        List<MetricSample> valve = new ArrayList<>();
        for (int period = 1; period < 100; period++) {
            pump.add(size("pump-7", period, period == 40 || period == 60 ? 900 : 20 + period % 2));
            valve.add(size("valve", period, 20 + period % 2));
        }
        Backtest backtest = of(usual);

        assertThat(backtest.learns()).isTrue();
        backtest.learn(device("pump-7"), pump);
        backtest.learn(device("valve"), valve);

        assertThat(backtest.judge(device("pump-7"), pump))
                .extracting(PastAlarm::at)
                .as("one of the past that was learned from, and one that was judged")
                .containsExactly(Instant.ofEpochMilli(START + 60 * PERIOD));
        assertThat(backtest.judge(device("valve"), valve)).isEmpty();
        assertThat(backtest.outcome("Usual").alarms()).isEqualTo(1);
    }

    @Test
    void theOrderInWhichValuesAreHandedInDoesNotMatter() {
        List<MetricSample> samples = List.of(size("a", 1, 5), size("a", 2, 26), size("a", 3, 6));
        assertThat(of(SMALL).judge(device("a"), samples.reversed()))
                .isEqualTo(of(SMALL).judge(device("a"), samples));
    }

    @Test
    void windowsOfSeveralPeriodsAddUp() {
        Backtest backtest = of(FEW);
        assertThat(backtest.judge(device("a"), List.of(sent("a", 1, 5), sent("a", 2, 5), sent("a", 3, 5))))
                .hasSize(1);
        assertThat(backtest.judge(device("b"), List.of(sent("b", 1, 5), sent("b", 2, 5), sent("b", 4, 5))))
                .as("the third is in another window")
                .isEmpty();
    }

    @Test
    void windowsMayBeShorterThanAMetricPeriod() {
        Behavior burst = aBehavior("Burst")
                .on("aws:num-messages-sent")
                .expects("less-than", 10)
                .over(10)
                .build();
        Backtest backtest = of(burst);
        List<MetricSample> samples = List.of(
                new MetricSample(device("a"), burst.measurand(), START + 10_000, Tally.of(10)),
                new MetricSample(device("a"), burst.measurand(), START + 20_000, Tally.of(9)));

        assertThat(backtest.judge(device("a"), samples))
                .extracting(PastAlarm::at, PastAlarm::until)
                .containsExactly(tuple(Instant.ofEpochMilli(START + 9_999), Instant.ofEpochMilli(START + 20_000)));
        assertThat(backtest.values("Burst").size()).isEqualTo(2);
    }

    @Test
    void anAlarmThatWouldStillLastHasNoEnd() {
        assertThat(of(SMALL).judge(device("a"), List.of(size("a", 99, 26))))
                .first()
                .satisfies(alarm -> assertThat(alarm.until()).isNull());
    }

    @Test
    void reportsAreJudgedOneByOne() {
        Behavior ports = aBehavior("Ports")
                .on("aws:listening-tcp-ports")
                .expects("in-port-set", new MetricValue.Ports(List.of(22)))
                .build();
        Backtest backtest = of(ports);
        Measurand measurand = ports.measurand();
        List<MetricSample> samples = List.of(
                new MetricSample(
                        device("a"), measurand, START + 1, Elements.of(new MetricValue.Ports(List.of(22, 23)))),
                new MetricSample(device("a"), measurand, START + 2, Elements.of(new MetricValue.Ports(List.of(22)))));
        assertThat(backtest.judge(device("a"), samples))
                .extracting(PastAlarm::at, PastAlarm::until)
                .containsExactly(tuple(Instant.ofEpochMilli(START + 1), Instant.ofEpochMilli(START + 2)));
        assertThat(backtest.values("Ports").bound(0.1)).as("a set has no bound").isNull();
    }

    @Test
    void percentilesCompareDevicesWithEachOther() {
        Behavior usual = aBehavior("Usual")
                .on("aws:num-messages-sent")
                .expects("less-than-equals", Statistic.P90)
                .over(300)
                .build();
        Backtest backtest = of(usual);
        assertThat(backtest.learns()).isTrue();
        for (int n = 0; n < 10; n++) {
            backtest.learn(device("d" + n), samplesOf(n));
        }
        for (int n = 0; n < 10; n++) {
            assertThat(backtest.judge(device("d" + n), samplesOf(n))).hasSize(n == 9 ? 1 : 0);
        }
    }

    /** All send the same but the last, which sends more and more. */
    private static List<MetricSample> samplesOf(int device) {
        return List.of(sent("d" + device, 1, 5), sent("d" + device, 2, device == 9 ? 50 : 5));
    }

    @Test
    void proposesTheTightestBoundThatFewWindowsBreak() {
        Backtest backtest = of(SMALL, FEW);
        for (int n = 1; n <= 100; n++) {
            backtest.judge(device("d" + n), List.of(size("d" + n, 1, n), sent("d" + n, 1, n)));
        }
        assertThat(backtest.values("Small").size()).isEqualTo(100);
        assertThat(backtest.values("Small").bound(0)).isEqualTo(new MetricValue.Count(101));
        assertThat(backtest.values("Small").bound(0.05)).isEqualTo(new MetricValue.Count(96));
        assertThat(backtest.values("Few").bound(0.05)).isEqualTo(new MetricValue.Count(95));
    }

    @Test
    void lowerBoundsAreProposedFromBelow() {
        Behavior lively = aBehavior("Lively")
                .on("aws:num-messages-sent")
                .expects("greater-than", 0)
                .over(300)
                .build();
        Backtest backtest = of(lively);
        for (int n = 1; n <= 100; n++) {
            backtest.judge(device("d" + n), List.of(sent("d" + n, 1, n)));
        }
        assertThat(backtest.values("Lively").bound(0)).isEqualTo(new MetricValue.Count(0));
    }

    @Test
    void knowsWhatItCannotJudgeAndWhatItWasNotAsked() {
        Behavior gone = aBehavior("Gone")
                .on("aws:disconnect-duration")
                .expects("less-than-equals", 5)
                .build();
        assertThat(Backtest.isPossibleFor(gone)).isFalse();
        assertThat(Backtest.isPossibleFor(SMALL)).isTrue();
        assertThat(of(SMALL).measurands()).containsExactly(SMALL.measurand());
        assertThat(of(SMALL).learns()).isFalse();
        assertThat(of(SMALL).values("Small").bound(0.1))
                .as("nothing was measured")
                .isNull();
        assertThatThrownBy(() -> of(SMALL).outcome("Other")).hasMessageContaining("Other");
    }

    private static Backtest of(Behavior... behaviors) {
        var learning =
                new PastLearning(new PlainModels(), ModelConfig.Gates.AWS, Instant.ofEpochMilli(START + 50 * PERIOD));
        return new Backtest(SCOPE, List.of(behaviors), new Backtest.Terms(MetricPeriod.FIVE_MINUTES, END, learning));
    }

    private static DeviceKey device(String name) {
        return new DeviceKey(SCOPE, name, true);
    }

    private static MetricSample size(String device, int period, int bytes) {
        return sample(device, SMALL.measurand(), period, Tally.of(bytes));
    }

    private static MetricSample sent(String device, int period, int messages) {
        return sample(device, FEW.measurand(), period, new Tally(messages, messages, 1, 1, 1));
    }

    private static MetricSample sample(String device, Measurand measurand, int period, Gathered gathered) {
        return new MetricSample(device(device), measurand, START + period * PERIOD, gathered);
    }
}
