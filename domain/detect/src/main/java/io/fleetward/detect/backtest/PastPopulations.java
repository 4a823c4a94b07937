// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.backtest;

import io.fleetward.detect.coverage.PopulationKey;
import io.fleetward.detect.coverage.WatchedBehavior.Comparison;
import io.fleetward.detect.evaluate.Population;
import io.fleetward.detect.evaluate.Threshold;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all devices did in each window of the past. Takes in first, and answers once everybody was heard. Mutable and
 * confined to its owner.
 */
final class PastPopulations {
    private final Map<PopulationKey, Map<Long, Population>> known = new HashMap<>();
    private boolean isComplete;

    /** From now on nothing is taken in, and questions are answered. */
    void complete() {
        isComplete = true;
    }

    void add(PopulationKey population, long windowEnd, double value) {
        if (!isComplete) {
            known.computeIfAbsent(population, _ -> new HashMap<>())
                    .computeIfAbsent(windowEnd, _ -> new Population())
                    .add(value);
        }
    }

    @Nullable
    Threshold threshold(Comparison comparison, long windowEnd) {
        Map<Long, Population> windows = known.get(comparison.population());
        Population values = windows == null || !isComplete ? null : windows.get(windowEnd);
        return values == null ? null : values.threshold(comparison.statistic());
    }
}
