// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hands each change of the hub to whoever listens. Thread-safe. */
public final class HubChanges {
    private final List<HubListener> listeners = new CopyOnWriteArrayList<>();

    /** Adds a listener for the life of the process. */
    public void listen(HubListener listener) {
        listeners.add(listener);
    }

    /** Announces created and changed findings, in the transaction and once it is durable. */
    void announceFindings(Tx tx, AccountRegion scope, List<Finding> findings) {
        if (!findings.isEmpty() && !listeners.isEmpty()) {
            listeners.forEach(listener -> listener.onFindingsWritten(tx, scope, findings));
            tx.afterCommit(() -> listeners.forEach(listener -> listener.onFindings(scope, findings)));
        }
    }

    /** Announces an accepted product once the transaction is durable. */
    void announceProduct(Tx tx, AccountRegion scope, String product) {
        tx.afterCommit(() -> listeners.forEach(listener -> listener.onProductEnabled(scope, product)));
    }
}
