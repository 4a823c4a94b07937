// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Hands each change of the hub to whoever listens. Thread-safe. */
public final class HubChanges {
    private final List<HubListener> listeners = new CopyOnWriteArrayList<>();

    /** Adds a listener for the life of the process. */
    public void listen(HubListener listener) {
        listeners.add(listener);
    }

    /** What announces created and changed findings, in the transaction that writes them and once it is durable. */
    Consumer<Tx> announcing(AccountRegion scope, List<Finding> findings) {
        List<Consumer<Tx>> inside = listeners.stream()
                .map(listener -> listener.onWriting(scope, findings))
                .toList();
        return tx -> {
            inside.forEach(telling -> telling.accept(tx));
            tx.afterCommit(() -> listeners.forEach(listener -> listener.onFindings(scope, findings)));
        };
    }

    /** Announces findings that are deleted, in the transaction. */
    void announceDeleted(Tx tx, AccountRegion scope, List<FindingKey> keys) {
        if (!keys.isEmpty()) {
            listeners.forEach(listener -> listener.onFindingsDeleted(tx, scope, keys));
        }
    }

    /** Announces an accepted product once the transaction is durable. */
    void announceProduct(Tx tx, AccountRegion scope, String product) {
        tx.afterCommit(() -> listeners.forEach(listener -> listener.onProductEnabled(scope, product)));
    }
}
