// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.Tx;
import io.fleetward.detect.coverage.PopulationKey;
import java.time.Instant;
import java.util.List;

/** What all devices did, per behavior and window, when it was last written down. Thread-safe. */
public interface PopulationSnapshots {
    /**
     * One window of one behavior.
     *
     * @param windowEnd epoch milliseconds
     * @param values what the devices measured, as {@link io.fleetward.detect.evaluate.Population#text} writes it
     */
    record PopulationSnapshot(PopulationKey population, long windowEnd, String values) {}

    /** Keeps these, each instead of an earlier one of its behavior and window. */
    void save(Tx tx, List<PopulationSnapshot> snapshots);

    /** Everything that is kept, of every account and region. */
    List<PopulationSnapshot> all(Tx tx);

    /** Forgets windows that ended before the instant. */
    void prune(Tx tx, Instant before);
}
