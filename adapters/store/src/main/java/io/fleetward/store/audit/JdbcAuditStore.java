// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import io.fleetward.application.audit.AuditStore;
import io.fleetward.application.store.Transactions;

/** Puts together what the audit keeps in tables. */
public final class JdbcAuditStore {
    private JdbcAuditStore() {}

    /** The audit's tables in the database of these transactions. */
    public static AuditStore of(Transactions transactions) {
        return new AuditStore(
                transactions,
                new JdbcAuditConfigurations(),
                new JdbcCustomChecks(),
                new JdbcScheduledAudits(),
                new JdbcAuditSuppressions(),
                new JdbcAuditTasks(),
                new JdbcReportedFindings(),
                new JdbcHubReports(),
                new JdbcAuditChanges());
    }
}
