// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Tx;
import io.fleetward.audit.task.AuditTask;

/**
 * Who is told of audits: the hub, the topic that the account names, and the account's default bus.
 *
 * <p>Thread-safe. Whatever is told leaves in the transaction that makes it so, and so exactly once.
 */
public record AuditAudience(HubReporting hub, SummaryNotifications notifications, AuditEvents events) {
    /** Tells of the task if this transaction has just ended it. */
    void changed(Tx tx, AuditTask task) {
        if (!task.isInProgress()) {
            notifications.announce(tx, task);
            events.taskChanged(tx, task);
        }
    }
}
