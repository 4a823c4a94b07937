// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.application.hub.CentralStores;
import io.fleetward.application.hub.HubLinks;
import io.fleetward.application.hub.HubLinksContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcHubLinksOnPostgresTest extends HubLinksContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected HubLinks links() {
        return tables();
    }

    static HubLinks tables() {
        return new HubLinks(
                new JdbcHubMembers(),
                new JdbcFindingAggregators(),
                new JdbcHubDelegations(),
                new CentralStores(new JdbcConfigurationPolicies(), new JdbcPolicyAssociations()));
    }
}
