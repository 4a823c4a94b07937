// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import io.fleetward.detect.alarm.AlarmOutput;
import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.coverage.PopulationKey;
import io.fleetward.detect.coverage.WatchedBehavior.Comparison;
import io.fleetward.detect.evaluate.Population;
import io.fleetward.detect.evaluate.Threshold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs an operator in a test: keeps states and wake-ups in maps and everything told in lists. */
final class RecordingContext implements OperatorContext {
    final Map<DeviceKey, DeviceState> states = new HashMap<>();
    final TreeMap<Long, Set<DeviceKey>> wakes = new TreeMap<>();
    final List<AlarmOutput> outputs = new ArrayList<>();
    final List<MetricSample> samples = new ArrayList<>();
    final Map<PopulationKey, Map<Long, Population>> populations = new HashMap<>();
    final Map<ModelKey, ModelInForce> models = new HashMap<>();
    final Map<DeviceKey, DevicePast> pasts = new HashMap<>();
    long watermark;
    int judged;
    private int ids;

    /** The events told so far, as type and value. */
    List<String> events() {
        return outputs.stream()
                .filter(ViolationEvent.class::isInstance)
                .map(ViolationEvent.class::cast)
                .map(event -> event.type().wireName() + " " + event.at().toEpochMilli() + " " + event.value())
                .toList();
    }

    /** Lets time pass, waking whoever asked for it. */
    void passTime(DetectOperator operator, long to) {
        while (!wakes.isEmpty() && wakes.firstKey() <= to) {
            var due = wakes.pollFirstEntry();
            watermark = due.getKey();
            due.getValue().forEach(device -> operator.onTimer(device, due.getKey(), this));
        }
        watermark = to;
    }

    @Override
    public long watermark() {
        return watermark;
    }

    @Override
    public @Nullable DeviceState state(DeviceKey device) {
        return states.get(device);
    }

    @Override
    public void keep(DeviceKey device, DeviceState state) {
        states.put(device, state);
    }

    @Override
    public void forget(DeviceKey device) {
        states.remove(device);
    }

    @Override
    public void wake(DeviceKey device, long instant) {
        wakes.computeIfAbsent(instant, _ -> new LinkedHashSet<>()).add(device);
    }

    @Override
    public void emit(AlarmOutput output) {
        outputs.add(output);
    }

    @Override
    public void sample(MetricSample sample) {
        samples.add(sample);
    }

    @Override
    public void contribute(PopulationKey population, long windowEnd, double value) {
        populations
                .computeIfAbsent(population, _ -> new HashMap<>())
                .computeIfAbsent(windowEnd, _ -> new Population())
                .add(value);
    }

    @Override
    public @Nullable Threshold threshold(Comparison comparison, long windowEnd) {
        Population known =
                populations.getOrDefault(comparison.population(), Map.of()).get(windowEnd);
        return known == null ? null : known.threshold(comparison.statistic());
    }

    @Override
    public @Nullable ModelInForce model(ModelKey key) {
        return models.get(key);
    }

    @Override
    public @Nullable DevicePast pastOf(ModelKey key, DeviceKey device) {
        return pasts.get(device);
    }

    @Override
    public String newViolationId() {
        return "violation-" + ++ids;
    }

    @Override
    public void judged(int behaviors) {
        judged += behaviors;
    }
}
