// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryTopicsTest extends TopicsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final Topics topics = new InMemoryTopics();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Topics topics() {
        return topics;
    }
}
