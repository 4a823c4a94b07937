// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.training;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.learned.DeviceSeries;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.detect.window.MetricPeriod;
import java.util.List;
import java.util.TreeMap;

/**
 * What one device measured, as datapoints that a model may learn from: whole metric periods, or reports, outside of
 * alarms. Immutable.
 *
 * @param device which measured it
 * @param excluded how many datapoints were left out because of alarms
 */
public record LearnableSeries(DeviceKey device, DeviceSeries series, long excluded) {
    /** Of these values of one device, the oldest first. */
    public static LearnableSeries of(
            DeviceKey device,
            Measurand measurand,
            List<MetricSample> samples,
            MetricPeriod period,
            AlarmSpells spells) {
        var windows = new TreeMap<Long, Tally>();
        for (MetricSample sample : samples) {
            long end =
                    measurand.isReported() ? sample.at() : period.windowEnd(sample.happenedAt(), MetricPeriod.SECONDS);
            windows.computeIfAbsent(end, _ -> new Tally()).addAll(sample.gathered());
        }
        int all = windows.size();
        spells.removeFrom(windows, device, measurand.isReported() ? 0 : period.millis());
        long[] times = windows.keySet().stream().mapToLong(Long::longValue).toArray();
        double[] values = windows.values().stream()
                .mapToDouble(measurand.metric().learned()::read)
                .toArray();
        return new LearnableSeries(device, new DeviceSeries(name(device), times, values), all - windows.size());
    }

    /** A thing, and a device of its name that is not registered, are two. */
    private static String name(DeviceKey device) {
        return (device.isRegistered() ? "thing " : "client ") + device.name();
    }
}
