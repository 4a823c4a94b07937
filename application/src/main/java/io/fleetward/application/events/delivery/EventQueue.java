// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.events.BusEvent;
import io.fleetward.application.events.EventBus;
import io.fleetward.application.events.EventEnvelope;
import io.fleetward.application.events.EventSink;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes events for buses, in the transaction of what they tell of.
 *
 * <p>Thread-safe. An event that no rule picks and no archive keeps leaves nothing behind; where nobody listens it costs a
 * look-up. Of a hundred events few are picked: matching them all here costs less than writing, reading and removing them.
 */
public final class EventQueue implements EventSink {
    private final QueuedEvents events;
    private final BusListeners listeners;
    private final Runnable wakeRouter;
    private final InstantSource clock;
    private final Ids ids;

    /** @param wakeRouter called, after the commit, when there is something to route; must not block */
    public EventQueue(QueuedEvents events, BusListeners listeners, Runnable wakeRouter, InstantSource clock, Ids ids) {
        this.events = events;
        this.listeners = listeners;
        this.wakeRouter = wakeRouter;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Consumer<Tx> putting(AccountRegion scope, List<BusEvent> events) {
        if (!listeners.isHeard(scope, EventBus.DEFAULT)) {
            return tx -> {};
        }
        Instant now = clock.instant();
        return adding(
                events.stream().flatMap(event -> wanted(scope, event, now)).toList());
    }

    @Override
    public boolean isHeard(AccountRegion scope) {
        return listeners.isHeard(scope, EventBus.DEFAULT);
    }

    /** Keeps the event with the transaction, if anybody would hear it. */
    public void put(Tx tx, QueuedEvent event) {
        if (listeners.isWanted(event.scope(), event.bus(), event.document())) {
            adding(List.of(event)).accept(tx);
        }
    }

    private Consumer<Tx> adding(List<QueuedEvent> wanted) {
        return tx -> {
            if (!wanted.isEmpty()) {
                events.add(tx, wanted);
                tx.afterCommit(wakeRouter);
            }
        };
    }

    /** The event if anybody wants it; the text of another is never written. */
    private Stream<QueuedEvent> wanted(AccountRegion scope, BusEvent event, Instant now) {
        String id = ids.uuid();
        ObjectNode document = EventEnvelope.document(scope, id, event);
        return listeners.isWanted(scope, EventBus.DEFAULT, document)
                ? Stream.of(new QueuedEvent(scope, EventBus.DEFAULT, id, document.toString(), 0, now))
                : Stream.empty();
    }
}
