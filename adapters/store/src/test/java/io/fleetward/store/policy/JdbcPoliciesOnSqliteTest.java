// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.policy;

import io.fleetward.application.policy.PolicyStores;
import io.fleetward.application.policy.PolicyStoresContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcPoliciesOnSqliteTest implements PolicyStoresContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    private final PolicyStores stores = new PolicyStores(new JdbcPolicies(), new JdbcPolicyAttachments());

    @Override
    public Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    public PolicyStores stores() {
        return stores;
    }
}
