// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.events.archive.Archive.Holding;
import io.fleetward.application.events.archive.Archive.Size;
import io.fleetward.application.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets, at the start and every hour, what archives need not hold any longer, what deleted archives held, and replays
 * that ended ninety days ago. Thread-safe.
 */
public final class ArchiveRetention {
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Duration REPLAYS = Duration.ofDays(90);
    private static final int BATCH = 500;
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveRetention.class);

    private final ArchiveStore store;
    private final Timers timers;
    private final Executor background;
    private final InstantSource clock;

    public ArchiveRetention(ArchiveStore store, Timers timers, Executor background, InstantSource clock) {
        this.store = store;
        this.timers = timers;
        this.background = background;
        this.clock = clock;
    }

    /** Begins; returns at once. */
    public void start() {
        background.execute(this::run);
    }

    /** Has what deleted archives held forgotten; returns at once. */
    public void sweepOrphans() {
        background.execute(() -> guarded(this::removeOrphans));
    }

    private void run() {
        guarded(this::sweep);
        timers.at(clock.instant().plus(INTERVAL), this::start);
    }

    private static void guarded(Runnable sweep) {
        try {
            sweep.run();
        } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("event-archive-retention-failed");
        }
    }

    /** Forgets everything that is due, batch by batch. */
    void sweep() {
        Instant now = clock.instant();
        List<Holding> all = store.transactions().read(tx -> store.archives().all(tx));
        for (Holding each : all) {
            Instant cutoff = each.archive().cutoff(now);
            if (cutoff != null) {
                removeBefore(each.archive(), cutoff);
            }
        }
        removeOrphans();
        int removed = BATCH;
        while (removed == BATCH) {
            removed =
                    store.transactions().write(tx -> store.replays().removeEndedBefore(tx, now.minus(REPLAYS), BATCH));
        }
    }

    private void removeBefore(Archive archive, Instant cutoff) {
        long removed = BATCH;
        while (removed == BATCH) {
            removed = store.transactions().write(tx -> {
                Size gone = store.events().removeBefore(tx, archive, cutoff, BATCH);
                store.archives().count(tx, archive, gone.negated());
                return gone.events();
            });
        }
    }

    private void removeOrphans() {
        int removed = BATCH;
        while (removed == BATCH) {
            removed = store.transactions().write(tx -> store.events().removeOrphans(tx, BATCH));
        }
    }
}
