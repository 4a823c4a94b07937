// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.events.archive.Archive.Size;
import io.fleetward.application.store.Tx;
import java.time.Instant;
import java.util.List;

/** Keeps what archives hold. Thread-safe. */
public interface ArchivedEvents {
    /**
     * How far somebody has come who goes through an archive in the order in which its events occurred. Immutable.
     *
     * @param sequence of the last event, among those that occurred then
     */
    record Position(Instant occurredAt, long sequence) {
        /** Before everything that occurred from the instant on. */
        public static Position before(Instant from) {
            return new Position(from, 0);
        }
    }

    /** An event and where it stands. Immutable. */
    record Placed(Position position, ArchivedEvent event) {}

    void add(Tx tx, Archive archive, ArchivedEvent event);

    /** The next events of the archive that occurred no later than the instant, in their order. */
    List<Placed> after(Tx tx, String archiveId, Position position, Instant until, int limit);

    /** Forgets up to that many events that were put before the instant, the oldest first; answers what is gone. */
    Size removeBefore(Tx tx, Archive archive, Instant putBefore, int limit);

    /** Forgets up to that many events whose archive is gone; answers how many. */
    int removeOrphans(Tx tx, int limit);
}
