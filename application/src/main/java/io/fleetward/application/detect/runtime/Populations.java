// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.application.detect.PopulationSnapshots.PopulationSnapshot;
import io.fleetward.detect.coverage.PopulationKey;
import io.fleetward.detect.coverage.WatchedBehavior.Comparison;
import io.fleetward.detect.evaluate.Population;
import io.fleetward.detect.evaluate.Threshold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What all devices did, by behavior and window, put together from all shards.
 *
 * <p>Thread-safe. Of each behavior the newest windows are kept: the one that is being judged, the one it is compared
 * with, and one more for shards that lag behind.
 */
final class Populations {
    private static final int WINDOWS = 3;

    private final Map<PopulationKey, NavigableMap<Long, Population>> known = new HashMap<>();
    private final Set<Window> changed = new LinkedHashSet<>();

    /** One behavior and one of its windows, by its end in epoch milliseconds. */
    record Window(PopulationKey population, long end) {}

    /** Takes in what devices of one shard did. */
    synchronized void addAll(Map<Window, Population> contributions) {
        contributions.forEach((window, values) -> {
            windows(window.population())
                    .computeIfAbsent(window.end(), _ -> new Population())
                    .addAll(values);
            changed.add(window);
            forgetOld(window.population());
        });
    }

    /** The percentile of a window; null when there is none. */
    synchronized @Nullable Threshold threshold(Comparison comparison, long windowEnd) {
        Map<Long, Population> windows = known.get(comparison.population());
        Population values = windows == null ? null : windows.get(windowEnd);
        return values == null ? null : values.threshold(comparison.statistic());
    }

    /** Takes up what an earlier life of the process wrote down. */
    synchronized void restore(List<PopulationSnapshot> snapshots) {
        for (PopulationSnapshot snapshot : snapshots) {
            windows(snapshot.population()).put(snapshot.windowEnd(), Population.of(snapshot.values()));
            forgetOld(snapshot.population());
        }
    }

    /** What changed since this was last asked. */
    synchronized List<PopulationSnapshot> takeChanged() {
        var snapshots = new ArrayList<PopulationSnapshot>();
        for (Window window : changed) {
            Population values = windows(window.population()).get(window.end());
            if (values != null) {
                snapshots.add(new PopulationSnapshot(window.population(), window.end(), values.text()));
            }
        }
        changed.clear();
        return snapshots;
    }

    /** Forgets windows that ended before this instant, in epoch milliseconds. */
    synchronized void forgetBefore(long instant) {
        known.values().forEach(windows -> windows.headMap(instant).clear());
        known.values().removeIf(Map::isEmpty);
    }

    private NavigableMap<Long, Population> windows(PopulationKey population) {
        return known.computeIfAbsent(population, _ -> new TreeMap<>());
    }

    private void forgetOld(PopulationKey population) {
        NavigableMap<Long, Population> windows = windows(population);
        while (windows.size() > WINDOWS) {
            windows.pollFirstEntry();
        }
    }
}
