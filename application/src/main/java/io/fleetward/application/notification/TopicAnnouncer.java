// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;

/** Takes what the server itself has to tell a topic. Thread-safe. */
@FunctionalInterface
public interface TopicAnnouncer {
    /**
     * Has the message told once the transaction is durable. A topic that is not there, or not of this account and
     * region, is logged and nothing else: what is announced has happened all the same.
     */
    void announce(Tx tx, AccountRegion scope, String topicArn, String message);
}
