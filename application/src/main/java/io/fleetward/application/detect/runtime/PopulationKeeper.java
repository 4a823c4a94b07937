// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.application.detect.PopulationSnapshots;
import io.fleetward.application.detect.PopulationSnapshots.PopulationSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Writes down what all devices did, and reads it back after a restart. Thread-safe; blocks. */
final class PopulationKeeper {
    /** The longest window is compared with the one before. */
    private static final Duration USEFUL = Duration.ofHours(3);

    private final DetectData.Metrics metrics;
    private final Populations populations;

    PopulationKeeper(DetectData.Metrics metrics, Populations populations) {
        this.metrics = metrics;
        this.populations = populations;
    }

    void restore() {
        List<PopulationSnapshot> snapshots =
                metrics.transactions().read(tx -> snapshots().all(tx));
        populations.restore(snapshots);
    }

    /** Writes down what changed; what could not be written is written when it changes again. */
    synchronized void write() {
        List<PopulationSnapshot> changed = populations.takeChanged();
        if (!changed.isEmpty()) {
            metrics.transactions().change(tx -> snapshots().save(tx, changed));
        }
    }

    void prune(Instant now) {
        Instant before = now.minus(USEFUL);
        populations.forgetBefore(before.toEpochMilli());
        metrics.transactions().change(tx -> snapshots().prune(tx, before));
    }

    private PopulationSnapshots snapshots() {
        return metrics.populations();
    }
}
