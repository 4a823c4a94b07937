// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.time.Timers;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.Retention;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes findings, histories and disabled hubs whose time is over, a few at a time so that imports are not held up.
 *
 * <p>Thread-safe (hub, retention).
 */
public final class FindingRetention {
    private static final Logger LOG = LoggerFactory.getLogger(FindingRetention.class);
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int BATCH = 200;

    private final Transactions transactions;
    private final HubStores stores;
    private final HubChanges changes;
    private final List<HubBelongings> belongings;
    private final Retention retention;
    private final InstantSource clock;

    /**
     * Sweeps these stores.
     *
     * @param changes who is told of findings that go
     * @param belongings what goes with a disabled hub besides the subscriptions to products
     */
    public FindingRetention(
            Transactions transactions,
            HubStores stores,
            HubChanges changes,
            List<HubBelongings> belongings,
            Retention retention,
            InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.changes = changes;
        this.belongings = List.copyOf(belongings);
        this.retention = retention;
        this.clock = clock;
    }

    /** Sweeps now and then from here on; the executor's threads may block. */
    public void start(Timers timers, Executor executor) {
        timers.at(clock.instant().plus(PERIOD), () -> {
            executor.execute(this::sweepSafely);
            start(timers, executor);
        });
    }

    /** Deletes everything whose time is over; answers how many findings went. */
    public int sweep() {
        Instant now = clock.instant();
        List<Hub> hubs = transactions.read(tx -> stores.hubs().all(tx));
        int swept = 0;
        for (Hub hub : hubs) {
            for (RecordState state : RecordState.values()) {
                Instant before = now.minus(retention.of(state));
                swept += sweepFindings(new Findings.Processed(hub.scope(), state, before));
            }
            sweepHistory(hub.scope(), now.minus(retention.history()));
            sweepApplications(hub.scope(), now.minus(retention.history()));
            sweepHub(hub, now.minus(retention.active()));
        }
        return swept;
    }

    private void sweepSafely() {
        try {
            int swept = sweep();
            LOG.atDebug().addKeyValue("findings", swept).log("findings-swept");
        } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).log("finding-sweep-failed");
        }
    }

    private int sweepFindings(Findings.Processed old) {
        int swept = 0;
        int batch = BATCH;
        while (batch == BATCH) {
            batch = transactions.write(tx -> {
                List<FindingKey> keys = stores.findings().processedBefore(tx, old, BATCH);
                stores.findings().delete(tx, old.scope(), keys);
                stores.history().delete(tx, old.scope(), keys);
                stores.automation().suppressed().forget(tx, old.scope(), keys);
                changes.announceDeleted(tx, old.scope(), keys);
                return keys.size();
            });
            swept += batch;
        }
        return swept;
    }

    private void sweepHistory(AccountRegion scope, Instant before) {
        int batch = BATCH;
        while (batch == BATCH) {
            batch = transactions.write(tx -> stores.history().deleteBefore(tx, scope, before, BATCH));
        }
    }

    private void sweepApplications(AccountRegion scope, Instant before) {
        transactions.change(tx -> stores.automation().applications().removeEndedBefore(tx, scope, before));
    }

    /** What a disabled hub kept for its return is given up once its last findings are gone. */
    private void sweepHub(Hub hub, Instant before) {
        if (hub.disabledAt() != null && hub.disabledAt().isBefore(before)) {
            transactions.change(tx -> {
                Hub still = stores.hubs().find(tx, hub.scope());
                if (still != null && !still.isEnabled()) {
                    stores.products().removeAll(tx, hub.scope(), "");
                    belongings.forEach(kept -> kept.removeAll(tx, hub.scope()));
                    stores.hubs().delete(tx, hub.scope());
                }
            });
        }
    }
}
