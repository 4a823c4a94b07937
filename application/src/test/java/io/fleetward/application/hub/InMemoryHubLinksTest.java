// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryHubLinksTest extends HubLinksContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final HubLinks links = new HubLinks(
            new InMemoryHubMembers(),
            new InMemoryFindingAggregators(),
            new InMemoryHubDelegations(),
            new CentralStores(new InMemoryConfigurationPolicies(), new InMemoryPolicyAssociations()));

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected HubLinks links() {
        return links;
    }
}
