// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.window;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.detect.metric.CloudMetric;
import io.fleetward.detect.metric.DeviceCounterMetric;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.detect.metric.Metrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one device did and reported so shortly after each other that all of it is in the same windows, so far as somebody
 * wants to know it. Any number of facts fold into one; of reports, each is a datapoint of its own as long as there are
 * not too many.
 *
 * <p>Mutable and confined to its owner. Instants are epoch milliseconds.
 */
public final class Activity {
    /** More reports of one device than this, unlooked at, are no news: further ones are merged into the last. */
    public static final int MOST_REPORTS = 16;

    private static final int USUAL_MEASURANDS = 4;

    private final List<Entry> entries = new ArrayList<>(USUAL_MEASURANDS);
    private List<Reported> reports = List.of();
    private long lastAt = Long.MIN_VALUE;

    private record Entry(Measurand measurand, Gathered gathered) {}

    /**
     * What a device reported at an instant, by the names of metrics.
     *
     * <p>Immutable.
     */
    public record Reported(long at, Map<String, MetricValue> values) {
        public Reported {
            values = Map.copyOf(values);
        }

        /** This and a later report as one: counters add up, of everything else the later value counts. */
        Reported mergedWith(Reported later) {
            var merged = new HashMap<>(values);
            later.values.forEach((name, value) -> merged.put(name, merge(name, merged.get(name), value)));
            return new Reported(later.at, merged);
        }

        private static MetricValue merge(String name, @Nullable MetricValue earlier, MetricValue later) {
            boolean addsUp = Metrics.find(name) instanceof DeviceCounterMetric;
            return addsUp && earlier instanceof Count(long before) && later instanceof Count(long after)
                    ? new Count(before + after)
                    : later;
        }
    }

    /** Takes in the fact for each of these, which it says something about. */
    public void add(BrokerFact fact, List<Measurand> concerned) {
        for (int n = 0; n < concerned.size(); n++) {
            Measurand measurand = concerned.get(n);
            if (measurand.metric() instanceof CloudMetric metric) {
                metric.observe(fact, at(measurand, metric));
            }
        }
        lastAt = Math.max(lastAt, fact.at());
    }

    private Gathered at(Measurand measurand, CloudMetric metric) {
        Gathered known = of(measurand);
        if (known != null) {
            return known;
        }
        Gathered begun = metric.newActivity();
        entries.add(new Entry(measurand, begun));
        return begun;
    }

    /** Takes in what was gathered of this at the broker up to an instant. */
    public void add(Measurand measurand, Gathered gathered, long at) {
        entries.add(new Entry(measurand, gathered));
        lastAt = Math.max(lastAt, at);
    }

    /** Takes in a report. */
    public void add(Reported report) {
        if (reports.isEmpty()) {
            reports = new ArrayList<>(1);
        }
        if (reports.size() < MOST_REPORTS) {
            reports.add(report);
        } else {
            reports.set(reports.size() - 1, reports.getLast().mergedWith(report));
        }
        lastAt = Math.max(lastAt, report.at());
    }

    /** What was seen of this at the broker; null when nothing was. */
    public @Nullable Gathered of(Measurand measurand) {
        for (int n = 0; n < entries.size(); n++) {
            if (entries.get(n).measurand().equals(measurand)) {
                return entries.get(n).gathered();
            }
        }
        return null;
    }

    /** What was reported, the earliest first. */
    public List<Reported> reports() {
        return reports;
    }

    /** When the last of it happened. */
    public long lastAt() {
        return lastAt;
    }
}
