// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import java.time.Instant;
import java.util.List;

/** What all devices did, in memory. */
public final class InMemoryPopulationSnapshots implements PopulationSnapshots {
    private final InMemoryTable<String, PopulationSnapshot> rows = new InMemoryTable<>();

    private static String key(PopulationSnapshot snapshot) {
        return snapshot.population() + " " + snapshot.windowEnd();
    }

    @Override
    public void save(Tx tx, List<PopulationSnapshot> snapshots) {
        snapshots.forEach(snapshot -> rows.put(tx, key(snapshot), snapshot));
    }

    @Override
    public List<PopulationSnapshot> all(Tx tx) {
        return List.copyOf(rows.all(tx));
    }

    @Override
    public void prune(Tx tx, Instant before) {
        for (PopulationSnapshot snapshot : List.copyOf(rows.all(tx))) {
            if (snapshot.windowEnd() < before.toEpochMilli()) {
                rows.remove(tx, key(snapshot));
            }
        }
    }
}
