// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

import io.fleetward.application.store.Tx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hands entries to the handlers of their topics and removes them, both in one transaction. Immutable. */
record Delivery(OutboxEntries entries, Map<String, OutboxHandler> handlers) {
    /** Delivers entries in the order given; whatever a handler throws comes out as {@link HandlerFailure}. */
    void deliver(Tx tx, List<StoredEntry> batch) {
        var byTopic = new LinkedHashMap<String, List<OutboxEntry>>();
        for (StoredEntry stored : batch) {
            byTopic.computeIfAbsent(stored.entry().topic(), topic -> new ArrayList<>())
                    .add(stored.entry());
        }
        byTopic.forEach((topic, ofTopic) -> handle(tx, topic, ofTopic));
        if (!batch.isEmpty()) {
            entries.remove(tx, batch.stream().map(StoredEntry::sequence).toList());
        }
    }

    private void handle(Tx tx, String topic, List<OutboxEntry> batch) {
        OutboxHandler handler = handlers.get(topic);
        if (handler == null) {
            throw new HandlerFailure(new IllegalStateException("nothing handles the topic " + topic));
        }
        try {
            handler.handle(tx, batch);
        } catch (RuntimeException | Error failure) {
            throw new HandlerFailure(failure);
        }
    }
}
