// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

import io.fleetward.application.store.InMemoryTransactions;

class InMemoryChannelStoreTest extends ChannelStoreContract {
    private final ChannelStore store = new ChannelStore(new InMemoryTransactions(), new InMemoryNotificationChannels());

    @Override
    protected ChannelStore store() {
        return store;
    }
}
