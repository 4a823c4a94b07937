// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.application.hub.HubLinks;
import io.fleetward.application.hub.Hubs;
import io.fleetward.application.hub.standard.StandardStores;
import io.fleetward.application.store.Transactions;

/** Puts together what is kept about standards in tables. */
public final class JdbcStandardStores {
    private JdbcStandardStores() {}

    /** The tables in the database of these transactions. */
    public static StandardStores of(Transactions transactions, Hubs hubs, HubLinks links) {
        return new StandardStores(
                transactions,
                hubs,
                links,
                new JdbcStandardSubscriptions(),
                new JdbcControlSettings(),
                new JdbcControlReports(),
                new JdbcControlWork());
    }
}
