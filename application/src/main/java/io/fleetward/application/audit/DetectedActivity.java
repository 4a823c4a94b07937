// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.detect.MetricSamples;
import io.fleetward.application.detect.ViolationFilter;
import io.fleetward.application.detect.Violations;
import io.fleetward.application.store.Transactions;
import io.fleetward.audit.custom.Neighbours;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Metrics;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What Detect recorded. Thread-safe. */
public final class DetectedActivity implements DeviceActivity {
    private static final Duration REACH = Duration.ofHours(1);
    private static final int MOST_VALUES = 10_000;

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

    /** Of every metric of AWS whose values are numbers, its latest value. */
    @Override
    public Map<String, Double> metricsOf(AccountRegion scope, String thingName) {
        Instant now = clock.instant();
        Set<Measurand> numbers = Metrics.ALL.stream()
                .filter(metric -> !metric.isSet())
                .map(Measurand::of)
                .collect(Collectors.toUnmodifiableSet());
        var past = new MetricSamples.Past(numbers, now.minus(REACH), now);
        var latest = new TreeMap<String, Double>();
        metrics.read(tx -> samples.past(tx, scope, thingName, past, MOST_VALUES))
                .forEach(sample -> latest.put(sample.measurand().metric().name(), value(sample)));
        return latest;
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

    private static double value(MetricSample sample) {
        return sample.measurand().metric().shown().read(sample.gathered().tally());
    }
}
