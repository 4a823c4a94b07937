// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replays in memory. Thread-safe. */
public final class InMemoryReplays implements Replays {
    private record Key(AccountRegion scope, String name) implements Comparable<Key> {
        static Key of(Replay replay) {
            return new Key(replay.scope(), replay.name());
        }

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::scope).thenComparing(Key::name).compare(this, other);
        }
    }

    private final InMemoryTable<Key, Replay> rows = new InMemoryTable<>();

    @Override
    public @Nullable Replay find(Tx tx, AccountRegion scope, String name) {
        return rows.get(tx, new Key(scope, name));
    }

    @Override
    public void put(Tx tx, Replay replay) {
        rows.put(tx, Key.of(replay), replay);
    }

    @Override
    public List<Replay> all(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream()
                .filter(replay -> replay.scope().equals(scope))
                .toList();
    }

    @Override
    public List<Replay> inProgress(Tx tx) {
        return rows.all(tx).stream().filter(Replay::isInProgress).toList();
    }

    @Override
    public int removeEndedBefore(Tx tx, Instant cutoff, int limit) {
        List<Replay> gone = rows.all(tx).stream()
                .filter(replay -> replay.endedAt() != null && replay.endedAt().isBefore(cutoff))
                .limit(limit)
                .toList();
        gone.forEach(replay -> rows.remove(tx, Key.of(replay)));
        return gone.size();
    }
}
