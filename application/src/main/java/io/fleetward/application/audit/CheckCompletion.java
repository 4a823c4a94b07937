// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.audit.finding.CheckReport;
import io.fleetward.audit.finding.CheckReport.Occasion;
import io.fleetward.audit.task.AuditTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the report of one check: findings, what the hub and the notification target are told, and the end of the check.
 *
 * <p>Confined to one thread. Usually one transaction does it all. A large report is written in batches, so that other
 * writers are not kept waiting; the check ends with the last one. A broken-off attempt is swept away by the next.
 */
final class CheckCompletion {
    /** Findings, or withdrawn findings, in one transaction. */
    static final int BATCH = 500;

    /** Rows of findings and of what is related to them in one transaction, unless a single finding has more. */
    static final int ROWS = 5_000;

    private static final int DONE = -1;

    private final AuditStore store;
    private final AuditAudience audience;
    private final Occasion occasion;
    private final CheckReport report;
    /** Decided with the first batch: a report is for the hub as a whole or not at all. */
    private boolean isForHub;

    CheckCompletion(AuditStore store, AuditAudience audience, Occasion occasion, CheckReport report) {
        this.store = store;
        this.audience = audience;
        this.occasion = occasion;
        this.report = report;
    }

    /** Writes everything, or nothing more as soon as the task turns out to be cancelled. */
    void run() {
        int next = 0;
        while (next != DONE) {
            int from = next;
            next = store.transactions().write(tx -> step(tx, from));
        }
    }

    /** Writes the next batch; answers with which finding to go on, or {@link #DONE}. */
    private int step(Tx tx, int from) {
        AuditTask task = unfinished(tx);
        if (task == null || from == 0) {
            store.findings().remove(tx, occasion.task().scope(), occasion.task().id(), check());
            isForHub = audience.hub().isHeard(tx, occasion.task().scope());
        }
        return task == null ? DONE : write(tx, task, from);
    }

    private int write(Tx tx, AuditTask task, int from) {
        int all = report.findings().size();
        int to = end(from);
        List<AuditFinding> batch = report.findings().subList(from, to);
        store.findings().add(tx, task.scope(), batch);
        audience.events().found(tx, task, batch);
        if (isForHub) {
            audience.hub().report(tx, occasion, batch);
        }
        if (to < all || (isForHub && audience.hub().archiveOthers(tx, occasion, BATCH) == BATCH)) {
            return to;
        }
        // This audit has judged everything that the continuous one did since the audit before.
        store.findings().remove(tx, task.scope(), AuditTask.CONTINUOUS, check());
        AuditTask after = task.finish(check(), report.run());
        store.tasks().put(tx, after);
        audience.hub().summarise(tx, occasion, report.run());
        audience.events().checkEnded(tx, after, check());
        audience.changed(tx, after);
        return DONE;
    }

    /** Where the batch ends that begins there. */
    private int end(int from) {
        List<AuditFinding> findings = report.findings();
        int last = Math.min(from + BATCH, findings.size());
        int to = from;
        int rows = 0;
        while (to < last && rows < ROWS) {
            rows += 1 + findings.get(to).related().size();
            to++;
        }
        return to;
    }

    private @Nullable AuditTask unfinished(Tx tx) {
        AuditTask task =
                store.tasks().find(tx, occasion.task().scope(), occasion.task().id());
        return task == null || task.of(check()).isFinal() ? null : task;
    }

    private CheckName check() {
        return occasion.check().name();
    }
}
