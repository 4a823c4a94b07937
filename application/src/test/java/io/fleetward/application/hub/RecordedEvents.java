// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.events.BusEvent;
import io.fleetward.application.events.EventSink;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Remembers the events of transactions that succeed. */
public final class RecordedEvents implements EventSink {
    private final List<Recorded> events = new ArrayList<>();

    /** An event and whose bus it was left for. */
    public record Recorded(AccountRegion scope, BusEvent event) {}

    @Override
    public Consumer<Tx> putting(AccountRegion scope, List<BusEvent> left) {
        return tx -> tx.afterCommit(() -> left.forEach(event -> events.add(new Recorded(scope, event))));
    }

    /** What was left so far, in order. */
    public List<Recorded> events() {
        return List.copyOf(events);
    }
}
