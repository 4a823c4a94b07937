// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.audit.AuditRetention;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.Timers;
import io.fleetward.mitigation.task.TaskKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets mitigation tasks, with their executions and their lines of the journal, 90 days after they began (audit, quotas).
 *
 * <p>Thread-safe. Reading already ignores what is too old; this frees the space, a batch at a time.
 */
public final class MitigationRetention {
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int BATCH = 10;
    private static final Logger LOG = LoggerFactory.getLogger(MitigationRetention.class);

    private final MitigationStore store;
    private final Timers timers;
    private final InstantSource clock;

    public MitigationRetention(MitigationStore store, Timers timers, InstantSource clock) {
        this.store = store;
        this.timers = timers;
        this.clock = clock;
    }

    /** Sweeps now and from then on regularly. */
    public void start() {
        sweep();
        timers.at(clock.instant().plus(PERIOD), this::start);
    }

    private void sweep() {
        Instant cutoff = AuditRetention.cutoff(clock.instant());
        store.transactions().writeAsync(tx -> remove(tx, cutoff)).whenComplete((isMore, failure) -> {
            if (failure != null) {
                LOG.atWarn().setCause(failure).log("mitigation.retention.failed");
            } else if (isMore) {
                sweep();
            }
        });
    }

    private boolean remove(Tx tx, Instant cutoff) {
        List<TaskKey> old = store.tasks().startedBefore(tx, cutoff, BATCH);
        for (TaskKey key : old) {
            store.executions().clear(tx, key);
            store.journal().clear(tx, key);
            store.tasks().remove(tx, key);
        }
        return old.size() == BATCH;
    }
}
