// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.central;

import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.hub.HubStores;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.Delegation;
import io.fleetward.kernel.AccountRegion;

/** Who may decide for others: the organization's administrator, in its home region, while configuration is central. */
record CentralHome(HubStores stores) {
    /** The administrator and its home region, which must be the caller's. */
    AccountRegion require(Tx tx, CallContext context) {
        HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
        Delegation delegation = stores.links().delegations().to(tx, context.scope());
        if (delegation == null || !delegation.isCentral()) {
            throw HubRefusals.denied(
                    "Must be a Security Hub delegated administrator with Central Configuration enabled");
        }
        return context.scope();
    }
}
