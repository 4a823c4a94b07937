// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.detect.alarm.AlarmOutput;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.coverage.PopulationKey;
import io.fleetward.detect.coverage.WatchedBehavior.Comparison;
import io.fleetward.detect.evaluate.Population;
import io.fleetward.detect.evaluate.Threshold;
import io.fleetward.detect.operator.DevicePast;
import io.fleetward.detect.operator.DeviceState;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.detect.operator.ModelInForce;
import io.fleetward.detect.operator.OperatorContext;
import io.fleetward.kernel.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one shard holds for its operator: device states, wake-ups, and what is to be told.
 *
 * <p>Confined to the shard.
 */
final class ShardContext implements OperatorContext {
    private final Ids ids;
    private final DetectCounters counters;
    private final Map<DeviceKey, DeviceState> states = new HashMap<>();
    private final TreeMap<Long, List<DeviceKey>> wakes = new TreeMap<>();
    private final List<AlarmOutput> outputs = new ArrayList<>();
    private final List<MetricSample> samples = new ArrayList<>();
    private Map<DeviceKey, @Nullable DeviceState> changed = new HashMap<>();
    private final Populations populations;
    private final ModelsInForce models;
    private final Map<Populations.Window, Population> contributions = new HashMap<>();
    private final Map<Asked, Threshold> thresholds = new HashMap<>();
    private long watermark = Long.MIN_VALUE;

    private record Asked(Comparison comparison, long windowEnd) {}

    ShardContext(Ids ids, Shard.Shared shared) {
        this.ids = ids;
        this.populations = shared.populations();
        this.models = shared.models();
        this.counters = shared.counters();
    }

    @Override
    public long watermark() {
        return watermark;
    }

    /** Time moves on to this instant, unless it is there already. */
    void watermark(long instant) {
        if (instant > watermark) {
            watermark = instant;
            shareContributions();
        }
    }

    /** Lets everybody know what devices of this shard did, and learns anew what all did. */
    void shareContributions() {
        if (!contributions.isEmpty()) {
            populations.addAll(contributions);
            contributions.clear();
        }
        thresholds.clear();
    }

    @Override
    public @Nullable DeviceState state(DeviceKey device) {
        return states.get(device);
    }

    @Override
    public void keep(DeviceKey device, DeviceState state) {
        states.put(device, state);
        changed.put(device, state);
    }

    @Override
    public void forget(DeviceKey device) {
        if (states.remove(device) != null) {
            changed.put(device, null);
        }
    }

    @Override
    public void wake(DeviceKey device, long instant) {
        wakes.computeIfAbsent(instant, _ -> new ArrayList<>()).add(device);
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
        contributions
                .computeIfAbsent(new Populations.Window(population, windowEnd), _ -> new Population())
                .add(value);
    }

    @Override
    public @Nullable Threshold threshold(Comparison comparison, long windowEnd) {
        var asked = new Asked(comparison, windowEnd);
        Threshold known = thresholds.get(asked);
        if (known == null) {
            known = populations.threshold(comparison, windowEnd);
            if (known != null) {
                thresholds.put(asked, known);
            }
        }
        return known;
    }

    @Override
    public @Nullable ModelInForce model(ModelKey key) {
        return models.of(key);
    }

    @Override
    public @Nullable DevicePast pastOf(ModelKey key, DeviceKey device) {
        return models.takePast(key, device);
    }

    @Override
    public String newViolationId() {
        return ids.hex32();
    }

    @Override
    public void judged(int behaviors) {
        counters.evaluations.add(behaviors);
    }

    Collection<DeviceKey> devices() {
        return states.keySet();
    }

    /** The earliest instant somebody is to be woken at, or null. */
    @Nullable
    Long nextWake() {
        return wakes.isEmpty() ? null : wakes.firstKey();
    }

    /** Those to be woken at that instant, who are woken hereby. */
    List<DeviceKey> wokenAt(long instant) {
        List<DeviceKey> woken = wakes.remove(instant);
        return woken == null ? List.of() : woken;
    }

    /** What is still to be told, in order; the caller clears it once it is told. */
    List<AlarmOutput> outputs() {
        return outputs;
    }

    /** Values of metrics that were not handed on yet, which they are hereby. */
    List<MetricSample> takeSamples() {
        List<MetricSample> taken = List.copyOf(samples);
        samples.clear();
        return taken;
    }

    /** The devices that changed since this was last asked, with their states; null for those that were forgotten. */
    Map<DeviceKey, @Nullable DeviceState> takeChanged() {
        Map<DeviceKey, @Nullable DeviceState> taken = changed;
        changed = HashMap.newHashMap(taken.size());
        return taken;
    }

    /** Has the devices count as changed, because what was taken of them came to nothing. */
    void changedAgain(Collection<DeviceKey> devices) {
        devices.forEach(device -> changed.put(device, states.get(device)));
    }
}
