// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.sender;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.events.BusNames;
import io.fleetward.application.events.EventBuses;
import io.fleetward.application.events.delivery.EventQueue;
import io.fleetward.application.events.delivery.QueuedEvent;
import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountRegion;
import java.time.InstantSource;

/**
 * Hands events on to another bus, as they are: what a target gets of an event otherwise does not count here, as on AWS.
 *
 * <p>Thread-safe.
 */
public final class BusSender {
    private final Transactions transactions;
    private final EventBuses buses;
    private final EventQueue queue;
    private final InstantSource clock;

    public BusSender(Transactions transactions, EventBuses buses, EventQueue queue, InstantSource clock) {
        this.transactions = transactions;
        this.buses = buses;
        this.queue = queue;
        this.clock = clock;
    }

    SendOutcome send(Letter letter, String bus) {
        if (letter.hops() >= QueuedEvent.MOST_HOPS) {
            return new SendOutcome.Refused(
                    "TOO_MANY_HOPS", "an event is handed on by at most " + QueuedEvent.MOST_HOPS + " buses");
        }
        AccountRegion scope = letter.event().rule().scope();
        String id = letter.event().document().path("id").asString("");
        var event = new QueuedEvent(scope, bus, id, letter.event().text(), letter.hops() + 1, clock.instant());
        try {
            transactions.change(tx -> {
                BusNames.require(tx, buses, scope, bus);
                queue.put(tx, event);
            });
            return new SendOutcome.Delivered("event " + id);
        } catch (ApiException missing) {
            return new SendOutcome.Refused(missing.code().wireName(), missing.text());
        }
    }
}
