// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.store;

import io.fleetward.application.store.InMemoryTransactions.InMemoryTx;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A sorted table for fakes of the repository ports; changes are undone when their transaction fails. */
public final class InMemoryTable<K extends Comparable<K>, V> {
    private final TreeMap<K, V> rows = new TreeMap<>();

    /** The row with this key, or null. */
    public synchronized @Nullable V get(Tx tx, K key) {
        Objects.requireNonNull(tx);
        return rows.get(key);
    }

    /** Inserts or replaces the row. */
    public synchronized void put(Tx tx, K key, V value) {
        V previous = rows.put(key, value);
        ((InMemoryTx) tx).onRollback(() -> restore(key, previous));
    }

    /** Removes the row; answers whether there was one. */
    public synchronized boolean remove(Tx tx, K key) {
        V previous = rows.remove(key);
        ((InMemoryTx) tx).onRollback(() -> restore(key, previous));
        return previous != null;
    }

    /** All rows in key order. */
    public synchronized List<V> all(Tx tx) {
        Objects.requireNonNull(tx);
        Collection<V> values = rows.values();
        return List.copyOf(values);
    }

    private synchronized void restore(K key, @Nullable V previous) {
        if (previous == null) {
            rows.remove(key);
        } else {
            rows.put(key, previous);
        }
    }
}
