// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.backtest;

import io.fleetward.detect.alarm.AlarmOutput;
import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.ViolationEventType;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.LearnedCriteria;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.coverage.WatchedBehavior;
import io.fleetward.detect.coverage.WatchedTarget;
import io.fleetward.detect.metric.DisconnectDurationMetric;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what behaviors would have alarmed on (detect, beyond AWS), device by device.
 *
 * <p>Every device is shown first to {@link #learn}, unless {@link #learns} denies that it is needed, and then to {@link
 * #judge}. Mutable and confined to its owner; memory grows with alarms and windows, not with values.
 */
public final class Backtest {
    private static final String PROFILE = "backtest";

    private final MetricPeriod period;
    private final long end;
    private final Coverage coverage;
    private final Instant learnedThrough;
    private final PastPopulations populations = new PastPopulations();
    private final PastModels models;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<String, WindowValues> values = new HashMap<>();
    private final Set<DeviceKey> devices = new HashSet<>();

    /**
     * How one behavior would have done.
     *
     * <p>Mutable while devices are judged.
     */
    public static final class Outcome {
        private long alarms;
        private final Set<DeviceKey> devices = new HashSet<>();

        /** How often it would have alarmed. */
        public long alarms() {
            return alarms;
        }

        /** On how many devices. */
        public int devices() {
            return devices.size();
        }
    }

    /**
     * By what is judged.
     *
     * @param end when the history ends
     * @param learning how models learn from the first part of the history
     */
    public record Terms(MetricPeriod period, Instant end, PastLearning learning) {}

    /** A back-test of these behaviors. */
    public Backtest(AccountRegion scope, List<Behavior> behaviors, Terms terms) {
        this.period = terms.period();
        this.end = terms.end().toEpochMilli();
        this.learnedThrough = terms.learning().through();
        var everything = new WatchedTarget(scope, PROFILE, new ProfileTarget.AllThings());
        this.coverage = new Coverage(
                behaviors.stream()
                        .map(behavior -> WatchedBehavior.of(everything, behavior, Long.MIN_VALUE))
                        .toList(),
                Set.of());
        this.models = new PastModels(coverage, period, terms.learning());
        behaviors.forEach(behavior -> {
            outcomes.put(behavior.name(), new Outcome());
            values.put(behavior.name(), new WindowValues(behavior, period));
        });
    }

    /** Whether values of this are kept in a form that tells what would have been alarmed on. */
    public static boolean isPossibleFor(Behavior behavior) {
        return !(behavior.metric() instanceof DisconnectDurationMetric);
    }

    /** Everything whose values are needed. */
    public Set<Measurand> measurands() {
        var measurands = new HashSet<Measurand>();
        for (int behavior = 0; behavior < coverage.behaviorCount(); behavior++) {
            measurands.add(coverage.behavior(behavior).behavior().measurand());
        }
        return measurands;
    }

    /**
     * Whether all devices must be learned before the first is judged: some behavior compares them with each other, or
     * with what is learned from all.
     */
    public boolean learns() {
        for (int behavior = 0; behavior < coverage.behaviorCount(); behavior++) {
            WatchedBehavior watched = coverage.behavior(behavior);
            if (watched.comparison() != null || watched.model() != null) {
                return true;
            }
        }
        return false;
    }

    /** Takes in all values of a device. */
    public void learn(DeviceKey device, List<MetricSample> samples) {
        models.learn(device, samples);
        replay(device, samples);
    }

    /** Judges a device by all its values; answers the alarms in the order of time. */
    public List<PastAlarm> judge(DeviceKey device, List<MetricSample> samples) {
        populations.complete();
        models.complete();
        devices.add(device);
        values.values().forEach(windows -> windows.add(samples));
        return alarms(device, replay(device, samples));
    }

    private List<AlarmOutput> replay(DeviceKey device, List<MetricSample> samples) {
        return new Replay(device, period, populations, models).run(coverage, samples, end);
    }

    private List<PastAlarm> alarms(DeviceKey device, List<AlarmOutput> outputs) {
        List<ViolationEvent> events = outputs.stream()
                .filter(ViolationEvent.class::isInstance)
                .map(ViolationEvent.class::cast)
                .toList();
        Map<String, Instant> ends = events.stream()
                .filter(event -> event.type() != ViolationEventType.IN_ALARM)
                .collect(Collectors.toMap(event -> event.violation().id(), ViolationEvent::at));
        var alarms = new ArrayList<PastAlarm>();
        for (ViolationEvent event : events) {
            if (event.type() == ViolationEventType.IN_ALARM && isJudged(event)) {
                String behavior = event.behavior().name();
                alarms.add(new PastAlarm(
                        device,
                        behavior,
                        event.at(),
                        ends.get(event.violation().id()),
                        event.violation().lastValue()));
                count(behavior, device);
            }
        }
        return alarms;
    }

    /** By the part of the past that a model learned from, nobody can say how well it judges. */
    private boolean isJudged(ViolationEvent event) {
        return !(event.behavior().criteria() instanceof LearnedCriteria)
                || event.violation().startedAt().isAfter(learnedThrough);
    }

    private void count(String behavior, DeviceKey device) {
        Outcome outcome = outcome(behavior);
        outcome.alarms++;
        outcome.devices.add(device);
    }

    /** How the behavior of that name did. */
    public Outcome outcome(String behavior) {
        return known(outcomes.get(behavior), behavior);
    }

    /** What its windows measured. */
    public WindowValues values(String behavior) {
        return known(values.get(behavior), behavior);
    }

    private static <T> T known(@Nullable T value, String behavior) {
        if (value == null) {
            throw new IllegalArgumentException("no behavior of the back-test: " + behavior);
        }
        return value;
    }

    /** How many devices were judged. */
    public int devices() {
        return devices.size();
    }
}
