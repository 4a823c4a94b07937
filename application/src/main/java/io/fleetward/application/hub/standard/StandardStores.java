// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.hub.CentralManagement;
import io.fleetward.application.hub.HubLinks;
import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.hub.Hubs;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;

/** What is kept about standards and controls, and the transactions to work in. Thread-safe. */
public record StandardStores(
        Transactions transactions,
        Hubs hubs,
        HubLinks links,
        StandardSubscriptions subscriptions,
        ControlSettings settings,
        ControlReports reports,
        ControlWork work) {
    /** The account's hub must be on, and nobody else may configure it. */
    void requireSelfManaged(Tx tx, AccountRegion scope) {
        HubRefusals.requireEnabled(tx, hubs, scope);
        new CentralManagement(links, hubs).requireSelfManaged(tx, scope);
    }
}
