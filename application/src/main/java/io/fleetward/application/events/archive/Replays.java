// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the replays of every account; also the queue of those to carry out. Thread-safe. */
public interface Replays {
    @Nullable
    Replay find(Tx tx, AccountRegion scope, String name);

    /** Inserts the replay, or replaces the one of its name. */
    void put(Tx tx, Replay replay);

    /** The replays of the account and region in the order of their names. */
    List<Replay> all(Tx tx, AccountRegion scope);

    /** The replays in progress of all accounts. */
    List<Replay> inProgress(Tx tx);

    /** Forgets up to that many replays, of whatever account, that ended before the instant; answers how many. */
    int removeEndedBefore(Tx tx, Instant cutoff, int limit);
}
