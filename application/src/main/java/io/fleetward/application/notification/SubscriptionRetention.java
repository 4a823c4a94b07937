// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets, every hour, subscriptions that nobody confirmed, or ended, three days ago. Thread-safe. */
public final class SubscriptionRetention {
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final int BATCH = 500;
    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionRetention.class);

    private final NotificationStore store;
    private final Timers timers;
    private final Executor background;
    private final InstantSource clock;

    public SubscriptionRetention(NotificationStore store, Timers timers, Executor background, InstantSource clock) {
        this.store = store;
        this.timers = timers;
        this.background = background;
        this.clock = clock;
    }

    /** Begins; returns at once. */
    public void start() {
        timers.at(clock.instant().plus(INTERVAL), () -> background.execute(this::run));
    }

    private void run() {
        try {
            sweep();
        } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("notification-retention-failed");
        } finally {
            start();
        }
    }

    /** Forgets everything that is due, batch by batch. */
    void sweep() {
        Instant cutoff = clock.instant().minus(Subscription.CONFIRMATION_TIME);
        int removed = BATCH;
        while (removed == BATCH) {
            removed = store.transactions().write(tx -> store.subscriptions().removeUnconfirmedSince(tx, cutoff, BATCH));
        }
    }
}
