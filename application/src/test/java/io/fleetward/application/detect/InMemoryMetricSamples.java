// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.registry.InMemoryPages;
import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of metrics in memory. */
public final class InMemoryMetricSamples implements MetricSamples {
    private static final Comparator<MetricSample> OLDEST_FIRST = Comparator.comparingLong(MetricSample::at)
            .thenComparing(sample -> sample.device().isRegistered());

    private static final Comparator<MetricSample> FLEET_ORDER = Comparator.comparingLong(MetricSample::at)
            .thenComparing(sample -> sample.device().name())
            .thenComparing(sample -> sample.measurand().metric().name())
            .thenComparing(sample -> String.valueOf(sample.measurand().dimension()))
            .thenComparing(sample -> sample.device().isRegistered());

    private final InMemoryTable<ScopedKey, MetricSample> rows = new InMemoryTable<>();

    private static ScopedKey key(MetricSample sample) {
        return ScopedKey.of(
                sample.device().scope(),
                sample.device().name() + " " + sample.device().isRegistered(),
                sample.measurand() + " " + sample.at());
    }

    @Override
    public void save(Tx tx, List<MetricSample> samples) {
        samples.forEach(sample -> rows.put(tx, key(sample), sample));
    }

    @Override
    public Page<MetricSample> list(Tx tx, AccountRegion scope, Query query, PageRequest page) {
        List<MetricSample> fitting = rows.all(tx).stream()
                .filter(sample -> sample.device().scope().equals(scope)
                        && sample.device().name().equals(query.device())
                        && sample.measurand().equals(query.measurand())
                        && sample.at() >= query.from().toEpochMilli()
                        && sample.at() <= query.to().toEpochMilli())
                .toList();
        return InMemoryPages.ordered(fitting, OLDEST_FIRST, MetricSamples::sortKey, page);
    }

    @Override
    public List<String> devices(Tx tx, AccountRegion scope, String after, int limit) {
        return rows.all(tx).stream()
                .filter(sample -> sample.device().scope().equals(scope))
                .map(sample -> sample.device().name())
                .filter(name -> name.compareTo(after) > 0)
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public List<MetricSample> past(Tx tx, AccountRegion scope, String device, Past past, int limit) {
        return rows.all(tx).stream()
                .filter(sample -> sample.device().scope().equals(scope)
                        && sample.device().name().equals(device)
                        && past.measurands().contains(sample.measurand())
                        && sample.at() >= past.from().toEpochMilli()
                        && sample.at() <= past.to().toEpochMilli())
                .sorted(OLDEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<MetricSample> ofFleet(Tx tx, AccountRegion scope, Past past, @Nullable MetricSample after, int limit) {
        return rows.all(tx).stream()
                .filter(sample -> sample.device().scope().equals(scope)
                        && past.measurands().contains(sample.measurand())
                        && sample.at() >= past.from().toEpochMilli()
                        && sample.at() <= past.to().toEpochMilli())
                .filter(sample -> after == null || FLEET_ORDER.compare(sample, after) > 0)
                .sorted(FLEET_ORDER)
                .limit(limit)
                .toList();
    }

    @Override
    public void forget(Tx tx, AccountRegion scope, String metric) {
        for (MetricSample sample : rows.all(tx)) {
            if (sample.device().scope().equals(scope)
                    && sample.measurand().metric().name().equals(metric)) {
                rows.remove(tx, key(sample));
            }
        }
    }

    @Override
    public void prune(Tx tx, Instant before) {
        for (MetricSample sample : rows.all(tx)) {
            if (sample.at() < before.toEpochMilli()) {
                rows.remove(tx, key(sample));
            }
        }
    }
}
