// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.chain;

import io.fleetward.application.chain.ChainLink.Kind;
import io.fleetward.application.events.delivery.DeliveryAttempt.Result;
import io.fleetward.application.events.delivery.ToldFinding;
import io.fleetward.application.events.delivery.ToldFindings;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.AccountRegion;
import java.util.List;

/** The events that told targets of a finding. */
final class DeliveryLinks {
    private static final int MOST = 100;

    private final ToldFindings told;

    DeliveryLinks(ToldFindings told) {
        this.told = told;
    }

    /** @param audience whose targets; what others are told of the finding is theirs to see */
    void trace(Tx tx, AccountRegion audience, Finding finding, ChainDraft chain) {
        List<ToldFindings.Placed> found = told.of(tx, audience, finding.key(), MOST + 1);
        found.stream().limit(MOST).forEach(placed -> add(placed, chain));
        if (found.size() > MOST) {
            chain.miss("Of the deliveries of its events only the last " + MOST + " are shown.");
        }
    }

    /** One event may go to several targets; the draft keeps equal links once. */
    private static void add(ToldFindings.Placed placed, ChainDraft chain) {
        ToldFinding event = placed.told();
        String rule = placed.lane().rule().name();
        String bus = placed.lane().rule().bus();
        String target = placed.lane().target();
        chain.add(
                Kind.EVENT,
                event.putAt(),
                "Event: " + event.eventType() + ".",
                "eventId",
                event.eventId(),
                "eventType",
                event.eventType());
        boolean isDelivered = event.result() == Result.DELIVERED;
        chain.add(
                Kind.DELIVERY,
                event.at(),
                (isDelivered ? "Delivered to target " : "Given up for target ") + target + " of rule " + rule + ": "
                        + event.detail(),
                "eventId",
                event.eventId(),
                "ruleName",
                rule,
                "eventBusName",
                bus,
                "targetId",
                target,
                "result",
                event.result().name());
    }
}
