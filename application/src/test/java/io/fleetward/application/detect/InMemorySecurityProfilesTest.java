// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemorySecurityProfilesTest extends SecurityProfilesContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final SecurityProfiles port = new InMemorySecurityProfiles();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected SecurityProfiles profiles() {
        return port;
    }
}
