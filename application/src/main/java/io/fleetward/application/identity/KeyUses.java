// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Writes down, once a minute, which access keys were used: no request waits for it. Thread-safe. */
public final class KeyUses {
    /** How exact the last use of a key is. */
    public static final Duration PERIOD = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final AccessKeys keys;
    private final ActiveKeys active;
    private final Timers timers;
    private final InstantSource clock;

    public KeyUses(Transactions transactions, AccessKeys keys, ActiveKeys active, Timers timers, InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.active = active;
        this.timers = timers;
        this.clock = clock;
    }

    /** Begins to write. */
    public void start() {
        timers.at(clock.instant().plus(PERIOD), this::write);
    }

    private void write() {
        Map<String, Instant> uses = active.takeUses();
        if (!uses.isEmpty()) {
            var _ = transactions.writeAsync(tx -> {
                uses.forEach((id, at) -> keys.used(tx, id, at));
                return true;
            });
        }
        start();
    }
}
