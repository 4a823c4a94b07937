// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.notification.TopicAnnouncer;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.audit.configuration.NotificationTarget;
import io.fleetward.audit.task.AuditSummary;
import io.fleetward.audit.task.AuditTask;

/**
 * Tells the notification target of an account how its audits ended (audit, audit summary to SNS).
 *
 * <p>Thread-safe. The summary leaves in the transaction that ends the task, and so exactly once.
 */
public final class SummaryNotifications {
    private final AuditConfigurations configurations;
    private final TopicAnnouncer topics;

    public SummaryNotifications(AuditConfigurations configurations, TopicAnnouncer topics) {
        this.configurations = configurations;
        this.topics = topics;
    }

    /** Announces the task, which this transaction has ended, if the account wants to be told. */
    void announce(Tx tx, AuditTask task) {
        AuditConfiguration configuration = configurations.find(tx, task.scope());
        NotificationTarget target = configuration == null ? null : configuration.target();
        if (target != null && target.isEnabled() && target.targetArn() != null) {
            topics.announce(
                    tx, task.scope(), target.targetArn(), AuditSummary.of(task).toString());
        }
    }
}
