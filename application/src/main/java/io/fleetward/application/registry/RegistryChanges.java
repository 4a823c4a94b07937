// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.application.store.Tx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Hands each change of the registry to whoever notes it in the same transaction, and once it is durable to whoever
 * listens: authorization caches. Thread-safe.
 */
public final class RegistryChanges {
    private final List<RegistryListener> listeners = new CopyOnWriteArrayList<>();
    private final List<RegistryRecorder> recorders = new CopyOnWriteArrayList<>();

    /** Adds a listener for the life of the process. */
    public void listen(RegistryListener listener) {
        listeners.add(listener);
    }

    /** Adds a recorder for the life of the process. */
    public void recordWith(RegistryRecorder recorder) {
        recorders.add(recorder);
    }

    /** Has the change recorded now, and announced once the transaction is durable. */
    public void announce(Tx tx, RegistryChange change) {
        recorders.forEach(recorder -> recorder.record(tx, change));
        tx.afterCommit(() -> listeners.forEach(listener -> listener.onChange(change)));
    }
}
