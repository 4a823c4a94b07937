// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.detect.MetricSamples;
import io.fleetward.application.detect.ViolationFilter;
import io.fleetward.application.detect.Violations;
import io.fleetward.application.store.Pages;
import io.fleetward.application.store.Transactions;
import io.fleetward.audit.custom.Neighbours;
import io.fleetward.detect.metric.CounterMetric;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.Metrics;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Detect recorded. Thread-safe. */
public final class DetectedActivity implements DeviceActivity {
    private static final Duration REACH = Duration.ofHours(1);
    private static final int PAGE = 100;

    private final Transactions state;
    private final Violations violations;
    private final Transactions metrics;
    private final MetricSamples samples;
    private final InstantSource clock;

    public DetectedActivity(
            Transactions state,
            Violations violations,
            Transactions metrics,
            MetricSamples samples,
            InstantSource clock) {
        this.state = state;
        this.violations = violations;
        this.metrics = metrics;
        this.samples = samples;
        this.clock = clock;
    }

    /** Of a counter the sum, of any other metric the largest amount, of the latest metric period. */
    @Override
    public Map<String, Double> metricsOf(AccountRegion scope, String thingName) {
        Instant now = clock.instant();
        return metrics.read(tx -> {
            var latest = new TreeMap<String, Double>();
            for (Metric metric : Metrics.ALL) {
                var query = new MetricSamples.Query(thingName, metric.name(), now.minus(REACH), now);
                Pages.all(PAGE, page -> samples.list(tx, scope, query, page))
                        .forEach(sample -> latest.put(metric.name(), value(metric, sample)));
            }
            return latest;
        });
    }

    @Override
    public List<String> violationsOf(AccountRegion scope, String thingName) {
        var filter = new ViolationFilter(thingName, null, null, null, null);
        return state
                .read(tx -> violations.active(tx, scope, filter, PageRequest.first(Neighbours.MOST)))
                .items()
                .stream()
                .map(record -> record.violation().key().profile() + "/"
                        + record.violation().key().behavior())
                .sorted()
                .toList();
    }

    private static double value(Metric metric, MetricSample sample) {
        return metric instanceof CounterMetric
                ? sample.tally().sum()
                : sample.tally().maximum();
    }
}
