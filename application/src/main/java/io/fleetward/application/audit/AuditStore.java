// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Transactions;

/** Everything the audit keeps, and the transactions to work in. Thread-safe. */
public record AuditStore(
        Transactions transactions,
        AuditConfigurations configurations,
        CustomChecks customChecks,
        ScheduledAudits schedules,
        AuditSuppressions suppressions,
        AuditTasks tasks,
        ReportedFindings findings,
        HubReports hubReports,
        AuditChanges changes) {}
