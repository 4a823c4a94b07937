// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.backtest;

import static io.fleetward.application.registry.RegistryRefusals.invalid;

import io.fleetward.application.detect.BehaviorCatalog;
import io.fleetward.application.detect.MetricHistory.Kept;
import io.fleetward.application.detect.MetricSamples.Past;
import io.fleetward.application.detect.backtest.BacktestAnswer.BehaviorAnswer;
import io.fleetward.application.store.Transactions;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.backtest.Backtest;
import io.fleetward.detect.backtest.PastAlarm;
import io.fleetward.detect.backtest.PastLearning;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.BehaviorRules;
import io.fleetward.detect.behavior.CheckedBehaviors;
import io.fleetward.detect.behavior.LearnedCriteria;
import io.fleetward.detect.learned.LearnedModels;
import io.fleetward.detect.learned.ModelConfig;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Tells what behaviors would have alarmed on over the values that were kept, and proposes bounds (detect, beyond AWS).
 *
 * <p>Thread-safe. Blocks for as long as it takes to read the values; reads a bounded number of them and says so when
 * there were more. Nothing is changed.
 */
public final class Backtests {
    /** More values than this are not read. */
    static final long MOST_VALUES = 5_000_000;

    private static final int DEVICES_AT_ONCE = 250;
    private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

    private final Transactions state;
    private final BehaviorCatalog catalog;
    private final Kept kept;
    private final Judging judging;
    private final InstantSource clock;

    /** Which behaviors may be judged, how long a metric period lasts, and how models learn. */
    public record Judging(BehaviorRules rules, MetricPeriod period, LearnedModels models, ModelConfig.Gates gates) {}

    public Backtests(Transactions state, BehaviorCatalog catalog, Kept kept, Judging judging, InstantSource clock) {
        this.state = state;
        this.catalog = catalog;
        this.kept = kept;
        this.judging = judging;
        this.clock = clock;
    }

    /** Judges the behaviors by the past of all devices of the account. */
    public BacktestAnswer run(AccountRegion scope, BacktestQuestion question) {
        if (question.from().isAfter(question.to())) {
            throw invalid("startTime must not be after endTime");
        }
        if (!(question.falseAlarmRate() >= 0 && question.falseAlarmRate() <= 0.5)) {
            throw invalid("falseAlarmRate must be between 0 and 0.5");
        }
        List<Behavior> behaviors = behaviors(scope, question);
        Instant oldest = clock.instant().minus(kept.retention());
        Instant asked = question.from().isBefore(oldest) ? oldest : question.from();
        Instant from = isLearned(behaviors) ? earliest(scope, behaviors, asked, question.to()) : asked;
        Instant middle = from.plus(Duration.between(from, question.to()).dividedBy(2));
        var learning = new PastLearning(judging.models(), judging.gates(), middle);
        var backtest = new Backtest(scope, behaviors, new Backtest.Terms(judging.period(), question.to(), learning));
        var reading = new Reading(scope, asked, question.to(), backtest.measurands());
        if (backtest.learns()) {
            reading.forEach(backtest::learn);
        }
        var alarms = new ArrayList<PastAlarm>();
        reading.forEach((device, samples) -> backtest.judge(device, samples).stream()
                .limit(question.shown() - alarms.size())
                .forEach(alarms::add));
        double days = Math.max(Duration.between(asked, question.to()).toSeconds(), 1) / SECONDS_PER_DAY;
        double judgedDays = Math.max(Duration.between(middle, question.to()).toSeconds(), 1) / SECONDS_PER_DAY;
        return new BacktestAnswer(
                backtest.devices(),
                reading.values,
                reading.isComplete,
                behaviors.stream()
                        .map(behavior -> answer(
                                backtest,
                                behavior.name(),
                                isLearned(List.of(behavior)) ? judgedDays : days,
                                question.falseAlarmRate()))
                        .toList(),
                alarms);
    }

    private static boolean isLearned(List<Behavior> behaviors) {
        return behaviors.stream().anyMatch(behavior -> behavior.criteria() instanceof LearnedCriteria);
    }

    /** When the first value was measured that the behaviors are about: what is learned from must not be empty. */
    private Instant earliest(AccountRegion scope, List<Behavior> behaviors, Instant from, Instant to) {
        var past = new Past(behaviors.stream().map(Behavior::measurand).collect(Collectors.toSet()), from, to);
        return kept.transactions().read(tx -> kept.samples().ofFleet(tx, scope, past, null, 1)).stream()
                .map(sample -> Instant.ofEpochMilli(sample.at()))
                .findFirst()
                .orElse(from);
    }

    private List<Behavior> behaviors(AccountRegion scope, BacktestQuestion question) {
        CheckedBehaviors checked =
                state.read(tx -> judging.rules().check(question.behaviors(), catalog.names(tx, scope)));
        if (!checked.isValid()) {
            throw invalid(checked.problems().stream().map(Problem::toString).collect(Collectors.joining("; ")));
        }
        if (checked.behaviors().isEmpty()) {
            throw invalid("there is no behavior to judge");
        }
        for (Behavior behavior : checked.behaviors()) {
            if (!Backtest.isPossibleFor(behavior)) {
                throw invalid("Behavior " + behavior.name() + ": metric "
                        + behavior.metric().name() + " cannot be back-tested");
            }
        }
        return checked.behaviors();
    }

    private static BehaviorAnswer answer(Backtest backtest, String name, double days, double rate) {
        var outcome = backtest.outcome(name);
        var values = backtest.values(name);
        return new BehaviorAnswer(
                name, outcome.alarms(), outcome.devices(), outcome.alarms() / days, values.size(), values.bound(rate));
    }

    /** Reads what was kept, device by device; confined to one call. */
    private final class Reading {
        private final AccountRegion scope;
        private final Past past;
        private long values;
        private boolean isComplete = true;

        Reading(AccountRegion scope, Instant from, Instant to, Set<Measurand> measurands) {
            this.scope = scope;
            this.past = new Past(measurands, from, to);
        }

        void forEach(BiConsumer<DeviceKey, List<MetricSample>> work) {
            values = 0;
            String after = "";
            List<String> devices;
            do {
                String last = after;
                devices = kept.transactions().read(tx -> kept.samples().devices(tx, scope, last, DEVICES_AT_ONCE));
                for (String device : devices) {
                    if (values >= MOST_VALUES) {
                        isComplete = false;
                        return;
                    }
                    of(device).forEach(work);
                    after = device;
                }
            } while (devices.size() == DEVICES_AT_ONCE);
        }

        private Map<DeviceKey, List<MetricSample>> of(String device) {
            int most = (int) (MOST_VALUES - values) + 1;
            List<MetricSample> samples =
                    kept.transactions().read(tx -> kept.samples().past(tx, scope, device, past, most));
            isComplete &= samples.size() < most;
            values += samples.size();
            return samples.stream()
                    .collect(Collectors.groupingBy(MetricSample::device, LinkedHashMap::new, Collectors.toList()));
        }
    }
}
