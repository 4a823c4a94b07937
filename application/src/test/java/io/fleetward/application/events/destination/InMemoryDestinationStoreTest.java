// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.application.store.InMemoryTransactions;

class InMemoryDestinationStoreTest extends DestinationStoreContract {
    private final DestinationStore store =
            new DestinationStore(new InMemoryTransactions(), new InMemoryConnections(), new InMemoryApiDestinations());

    @Override
    protected DestinationStore store() {
        return store;
    }
}
