// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.audit.AuditSuppressions.Expired;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets tasks and findings 90 days after they were reported (audit, quotas), and suppressions that have expired.
 *
 * <p>Thread-safe. Reading already ignores what is too old; this frees the space, a batch at a time.
 */
public final class AuditRetention {
    /** How long tasks and findings can be read. */
    public static final Duration RETENTION = Duration.ofDays(90);

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int BATCH = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);

    private final AuditStore store;
    private final ContinuousAudit continuous;
    private final Timers timers;
    private final InstantSource clock;

    public AuditRetention(AuditStore store, ContinuousAudit continuous, Timers timers, InstantSource clock) {
        this.store = store;
        this.continuous = continuous;
        this.timers = timers;
        this.clock = clock;
    }

    /** The oldest time that can still be read. */
    public static Instant cutoff(Instant now) {
        return now.minus(RETENTION);
    }

    /** Sweeps now and from then on regularly. */
    public void start() {
        sweep();
        timers.at(clock.instant().plus(PERIOD), this::start);
    }

    private void sweep() {
        Instant now = clock.instant();
        store.transactions().writeAsync(tx -> remove(tx, now)).whenComplete((isMore, failure) -> {
            if (failure != null) {
                LOG.atWarn().setCause(failure).log("audit.retention.failed");
            } else if (isMore) {
                sweep();
            }
        });
    }

    /** The finding that was suppressed comes back, of which somebody should be told. */
    private void end(Tx tx, Expired expired) {
        LOG.atInfo()
                .addKeyValue("account", expired.scope().account())
                .addKeyValue("region", expired.scope().region())
                .addKeyValue("check", expired.suppression().check())
                .addKeyValue("resource", expired.suppression().resource().text())
                .log("audit.suppression.expired");
        continuous.note(
                tx, expired.scope(), ChangedResource.of(expired.suppression().resource()));
    }

    private boolean remove(Tx tx, Instant now) {
        Instant cutoff = cutoff(now);
        int findings = store.findings().removeFoundBefore(tx, cutoff, BATCH);
        int tasks = store.tasks().removeStartedBefore(tx, cutoff, BATCH);
        int reports = store.hubReports().removeUpdatedBefore(tx, cutoff, BATCH);
        List<Expired> suppressions = store.suppressions().removeExpired(tx, now, BATCH);
        suppressions.forEach(expired -> end(tx, expired));
        return findings == BATCH || tasks == BATCH || reports == BATCH || suppressions.size() == BATCH;
    }
}
