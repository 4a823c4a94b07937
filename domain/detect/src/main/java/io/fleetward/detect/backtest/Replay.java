// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.backtest;

import io.fleetward.detect.alarm.AlarmOutput;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.coverage.PopulationKey;
import io.fleetward.detect.coverage.WatchedBehavior.Comparison;
import io.fleetward.detect.evaluate.Threshold;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.operator.DetectOperator;
import io.fleetward.detect.operator.DevicePast;
import io.fleetward.detect.operator.DeviceState;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.detect.operator.ModelInForce;
import io.fleetward.detect.operator.OperatorContext;
import io.fleetward.detect.window.Activity;
import io.fleetward.detect.window.MetricPeriod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One device lives its past once more, at the operator that also watches it now. Confined to its caller.
 *
 * <p>What the broker measured happened just before the end of the window in which it was kept; a report when it arrived.
 */
final class Replay implements OperatorContext {
    private final DeviceKey device;
    private final MetricPeriod period;
    private final DetectOperator operator;
    private final PastPopulations populations;
    private final PastModels models;
    private final TreeSet<Long> wakes = new TreeSet<>();
    private final List<AlarmOutput> outputs = new ArrayList<>();
    private @Nullable DeviceState state;
    private long watermark = Long.MIN_VALUE;
    private int ids;

    Replay(DeviceKey device, MetricPeriod period, PastPopulations populations, PastModels models) {
        this.device = device;
        this.period = period;
        this.operator = new DetectOperator(period);
        this.populations = populations;
        this.models = models;
    }

    /** Lets the device live through these, in any order, and on to the end; answers what alarms did. */
    List<AlarmOutput> run(Coverage coverage, List<MetricSample> samples, long end) {
        List<MetricSample> ordered = samples.stream()
                .sorted(Comparator.comparingLong(MetricSample::happenedAt))
                .toList();
        for (int from = 0; from < ordered.size(); ) {
            long at = ordered.get(from).happenedAt();
            int to = from;
            while (to < ordered.size() && ordered.get(to).happenedAt() == at) {
                to++;
            }
            passTime(at);
            var event = new DetectOperator.Event(
                    period.windowStart(at, coverage.grain()), activity(ordered.subList(from, to), at));
            operator.onEvent(device, () -> coverage, event, this);
            from = to;
        }
        passTime(end);
        return outputs;
    }

    private static Activity activity(List<MetricSample> samples, long at) {
        var activity = new Activity();
        Map<String, MetricValue> reported = new HashMap<>();
        for (MetricSample sample : samples) {
            if (sample.measurand().isReported()) {
                reported.put(sample.measurand().metric().name(), sample.value());
            } else {
                activity.add(sample.measurand(), sample.gathered(), at);
            }
        }
        if (!reported.isEmpty()) {
            activity.add(new Activity.Reported(at, reported));
        }
        return activity;
    }

    private void passTime(long to) {
        while (!wakes.isEmpty() && wakes.first() <= to) {
            long due = wakes.removeFirst();
            watermark = Math.max(watermark, due);
            operator.onTimer(device, due, this);
        }
    }

    @Override
    public long watermark() {
        return watermark;
    }

    @Override
    public @Nullable DeviceState state(DeviceKey of) {
        return state;
    }

    @Override
    public void keep(DeviceKey of, DeviceState kept) {
        state = kept;
    }

    @Override
    public void forget(DeviceKey of) {
        state = null;
    }

    @Override
    public void wake(DeviceKey of, long instant) {
        wakes.add(instant);
    }

    @Override
    public void emit(AlarmOutput output) {
        outputs.add(output);
    }

    @Override
    public void sample(MetricSample sample) {
        // It is kept already.
    }

    @Override
    public void contribute(PopulationKey population, long windowEnd, double value) {
        populations.add(population, windowEnd, value);
    }

    @Override
    public @Nullable Threshold threshold(Comparison comparison, long windowEnd) {
        return populations.threshold(comparison, windowEnd);
    }

    @Override
    public @Nullable ModelInForce model(ModelKey key) {
        return models.model(key);
    }

    @Override
    public @Nullable DevicePast pastOf(ModelKey key, DeviceKey of) {
        return null;
    }

    @Override
    public String newViolationId() {
        return "past-" + ++ids;
    }

    @Override
    public void judged(int behaviors) {
        // Nobody counts.
    }
}
