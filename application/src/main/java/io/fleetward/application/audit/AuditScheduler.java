// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Tx;
import io.fleetward.application.time.Timers;
import io.fleetward.application.work.Background;
import io.fleetward.audit.schedule.ScheduledAudit;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTrigger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts scheduled audits when they are due (audit, scheduled audits).
 *
 * <p>Thread-safe. The stored time of the next run is the only memory: after a restart, a run that was missed is made up
 * for once. A run whose predecessor is still in progress is left out.
 */
public final class AuditScheduler {
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final int BATCH = 100;
    private static final Logger LOG = LoggerFactory.getLogger(AuditScheduler.class);

    private final AuditStore store;
    private final AuditTaskRunner runner;
    private final Background background;
    private Timers.@Nullable Timer timer;
    private Instant wakesAt = Instant.MAX;

    public AuditScheduler(AuditStore store, AuditTaskRunner runner, Background background) {
        this.store = store;
        this.runner = runner;
        this.background = background;
    }

    /** Waits for the schedule that is due next. */
    public void start() {
        Instant next = store.transactions().read(store.schedules()::nextDue);
        if (next != null) {
            expect(next);
        }
    }

    /** A schedule is due then, perhaps before all others; waking up for one that is gone by then does no harm. */
    synchronized void expect(Instant next) {
        if (next.isBefore(wakesAt)) {
            if (timer != null) {
                timer.cancel();
            }
            wakesAt = next;
            timer = background.timers().at(next, () -> background.executor().execute(this::wake));
        }
    }

    private synchronized void awoken() {
        wakesAt = Instant.MAX;
    }

    private void wake() {
        awoken();
        try {
            boolean isMore;
            do {
                isMore = store.transactions().write(this::startDue);
            } while (isMore);
            start();
        } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("audit.schedule.failed");
            expect(background.clock().instant().plus(RETRY));
        }
    }

    /** Starts the tasks of one batch of due schedules; answers whether there may be more. */
    private boolean startDue(Tx tx) {
        Instant now = background.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        List<ScheduledAudit> due = store.schedules().dueAt(tx, now, BATCH);
        for (ScheduledAudit schedule : due) {
            if (store.tasks().isInProgress(tx, schedule.scope(), schedule.name())) {
                LOG.atWarn()
                        .addKeyValue("account", schedule.scope().account())
                        .addKeyValue("region", schedule.scope().region())
                        .addKeyValue("schedule", schedule.name())
                        .log("audit.schedule.skipped");
            } else {
                start(tx, schedule, now);
            }
            store.schedules().put(tx, schedule.ran(now));
        }
        return due.size() == BATCH;
    }

    private void start(Tx tx, ScheduledAudit schedule, Instant now) {
        var trigger = new AuditTrigger.Scheduled(
                schedule.name(), schedule.recurrence().frequency());
        runner.add(tx, AuditTask.start(schedule.scope(), background.ids().hex32(), trigger, now, schedule.checks()));
    }
}
