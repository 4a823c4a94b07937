// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.view;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemorySavedViewsTest extends SavedViewsContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemorySavedViews views = new InMemorySavedViews();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected SavedViews views() {
        return views;
    }
}
