// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.mitigation;

import io.fleetward.application.mitigation.MitigationStore;
import io.fleetward.application.store.Transactions;

/** Puts together what mitigation keeps in tables. */
public final class JdbcMitigationStore {
    private JdbcMitigationStore() {}

    /** The tables in the database of these transactions. */
    public static MitigationStore of(Transactions transactions) {
        return new MitigationStore(
                transactions,
                new JdbcMitigationActions(),
                new JdbcMitigationTasks(),
                new JdbcMitigationExecutions(),
                new JdbcMitigationJournal());
    }
}
