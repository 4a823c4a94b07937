// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;

/** What events on their way are kept in. */
public record DeliveryStore(
        Transactions transactions,
        QueuedEvents queue,
        TargetDeliveries deliveries,
        DeadLetters deadLetters,
        DeliveryLog log,
        ToldFindings toldFindings,
        RuleTimes times) {

    /** Forgets whatever waits for a target, what was tried and what it was told of; its dead letters stay. */
    public void forget(Tx tx, RuleKey rule, String target) {
        var lane = new TargetLane(rule, target);
        deliveries.clear(tx, lane);
        log.clear(tx, lane);
        toldFindings.clear(tx, lane);
    }
}
