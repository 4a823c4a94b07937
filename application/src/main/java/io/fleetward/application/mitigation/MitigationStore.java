// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.store.Transactions;

/** Everything that mitigation keeps, and the transactions to work in. Thread-safe. */
public record MitigationStore(
        Transactions transactions,
        MitigationActions actions,
        MitigationTasks tasks,
        MitigationExecutions executions,
        MitigationJournal journal) {}
