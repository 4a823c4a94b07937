// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.backtest;

import static io.fleetward.application.detect.Drafts.learned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fleetward.application.detect.DetectStores;
import io.fleetward.application.detect.InMemoryDetectStores;
import io.fleetward.application.detect.InMemoryMetricSamples;
import io.fleetward.application.detect.MetricHistory.Kept;
import io.fleetward.application.detect.backtest.Backtests.Judging;
import io.fleetward.application.registry.RegistryStores;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.behavior.BehaviorDraft.CriteriaDraft;
import io.fleetward.detect.behavior.BehaviorRules;
import io.fleetward.detect.learned.ModelConfig;
import io.fleetward.detect.learned.PlainModels;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessageByteSizeMetric;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestsTest {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion THERE = AccountRegion.of("444455556666", "eu-west-1");
    private static final Measurand SIZE = Measurand.of(new MessageByteSizeMetric());

    private final VirtualClock clock = VirtualClock.atStart();
    private final RegistryStores registry = RegistryStores.inMemory();
    private final DetectStores stores = InMemoryDetectStores.create();
    private final InMemoryMetricSamples samples = new InMemoryMetricSamples();
    private final Backtests backtests = new Backtests(
            registry.transactions(),
            stores.catalog(),
            new Kept(registry.transactions(), samples, Duration.ofDays(14)),
            new Judging(BehaviorRules.AWS, MetricPeriod.FIVE_MINUTES, new PlainModels(), ModelConfig.Gates.AWS),
            clock);

    private void kept(AccountRegion scope, String device, Duration ago, int bytes) {
        var sample = new MetricSample(
                new DeviceKey(scope, device, true),
                SIZE,
                clock.instant().minus(ago).toEpochMilli(),
                Tally.of(bytes));
        registry.change(tx -> samples.save(tx, List.of(sample)));
    }

    private BacktestAnswer ask(BehaviorDraft... behaviors) {
        Instant now = clock.instant();
        return backtests.run(
                HERE, new BacktestQuestion(List.of(behaviors), now.minus(Duration.ofDays(2)), now, 0.1, 10));
    }

    private static BehaviorDraft small(String metric) {
        var criteria = new CriteriaDraft("less-than", List.of(new MetricValue.Count(8)), null, null, null, null, null);
        return new BehaviorDraft("Small", metric, null, criteria, null, null);
    }

    @Test
    void tellsWhatWouldHaveBeenAlarmedOnInThisAccountAlone() {
        kept(HERE, "pump-7", Duration.ofHours(20), 26);
        kept(HERE, "pump-7", Duration.ofHours(10), 5);
        kept(HERE, "pump-8", Duration.ofHours(20), 5);
        kept(THERE, "pump-9", Duration.ofHours(20), 26);

        BacktestAnswer answer = ask(small("aws:message-byte-size"));

        assertThat(answer.devices()).isEqualTo(2);
        assertThat(answer.values()).isEqualTo(3);
        assertThat(answer.isComplete()).isTrue();
        assertThat(answer.alarms()).extracting(alarm -> alarm.device().name()).containsExactly("pump-7");
        assertThat(answer.behaviors()).hasSize(1).first().satisfies(behavior -> {
            assertThat(behavior.alarms()).isEqualTo(1);
            assertThat(behavior.alarmsPerDay()).isEqualTo(0.5);
            assertThat(behavior.windows()).isEqualTo(3);
            assertThat(behavior.proposal()).isEqualTo(new MetricValue.Count(27));
        });
    }

    @Test
    void learnsFromTheFirstHalfOfWhatWasKeptAndJudgesTheSecond() {
        for (int hour = 1; hour <= 10; hour++) {
            kept(HERE, "pump-7", Duration.ofHours(hour), hour == 2 ? 900 : 20 + hour % 2);
            kept(HERE, "pump-8", Duration.ofHours(hour), 20 + hour % 2);
        }

        BacktestAnswer answer = ask(learned("Usual", "aws:message-byte-size", "HIGH"));

        assertThat(answer.alarms()).extracting(alarm -> alarm.device().name()).containsExactly("pump-7");
        assertThat(answer.behaviors().getFirst().alarmsPerDay())
                .as("one in five hours")
                .isCloseTo(4.8, within(0.01));
        assertThat(answer.behaviors().getFirst().proposal()).isNull();
    }

    @Test
    void readsWhatIsWithinTheSpanAlone() {
        kept(HERE, "pump-7", Duration.ofDays(3), 26);

        assertThat(ask(small("aws:message-byte-size")).values()).isZero();
    }

    @Test
    void refusesWhatMakesNoSense() {
        Instant now = clock.instant();
        BehaviorDraft small = small("aws:message-byte-size");
        assertThatThrownBy(() -> ask(small("aws:no-such-metric"))).hasMessageContaining("aws:no-such-metric");
        assertThatThrownBy(this::ask).hasMessageContaining("no behavior");
        assertThatThrownBy(() -> ask(gone())).hasMessageContaining("cannot be back-tested");
        assertThatThrownBy(() ->
                        backtests.run(HERE, new BacktestQuestion(List.of(small), now, now.minusSeconds(1), 0.1, 10)))
                .hasMessageContaining("startTime");
        assertThatThrownBy(() -> backtests.run(HERE, new BacktestQuestion(List.of(small), now, now, 0.6, 10)))
                .hasMessageContaining("falseAlarmRate");
    }

    private static BehaviorDraft gone() {
        var criteria =
                new CriteriaDraft("less-than-equals", List.of(new MetricValue.Count(8)), null, null, null, null, null);
        return new BehaviorDraft("Gone", "aws:disconnect-duration", null, criteria, null, null);
    }
}
