// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.application.store.Tx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hands each durable change of the registry to whoever listens: authorization caches, audit triggers. Thread-safe. */
public final class RegistryChanges {
    private final List<RegistryListener> listeners = new CopyOnWriteArrayList<>();

    /** Adds a listener for the life of the process. */
    public void listen(RegistryListener listener) {
        listeners.add(listener);
    }

    /** Announces the change once the transaction is durable. */
    public void announce(Tx tx, RegistryChange change) {
        tx.afterCommit(() -> listeners.forEach(listener -> listener.onChange(change)));
    }
}
