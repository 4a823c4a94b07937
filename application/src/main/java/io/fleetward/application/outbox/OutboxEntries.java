// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

import io.fleetward.application.store.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Keeps the entries of the outbox until they are handled. Thread-safe. */
public interface OutboxEntries {
    void add(Tx tx, OutboxEntry entry, Instant writtenAt);

    /** The oldest entries beyond the sequence number, in the order they were written. */
    List<StoredEntry> after(Tx tx, long sequence, int limit);

    /** The oldest entries of one lane up to and including the sequence number, in the order they were written. */
    List<StoredEntry> ofLane(Tx tx, Lane lane, long upTo, int limit);

    void remove(Tx tx, Collection<Long> sequences);

    Backlog backlog(Tx tx);
}
