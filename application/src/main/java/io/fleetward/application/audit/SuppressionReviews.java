// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.audit.AuditSuppressions.SuppressionFilter;
import io.fleetward.application.audit.AuditTasks.TaskFilter;
import io.fleetward.application.audit.ReportedFindings.FindingFilter;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.suppression.AuditSuppression;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which suppressions somebody should look at: those that soon stop applying, and those that nothing needs any more.
 *
 * <p>Thread-safe. A suppression is needed while the last audit that completed its check, or the continuous audit since,
 * found the resource at fault; before such an audit nothing is said against it.
 */
public final class SuppressionReviews {
    /** How long before it expires a suppression is worth a look. */
    static final Duration NOTICE = Duration.ofDays(7);

    /** Tasks that are looked through for the last one that completed a check. */
    private static final int TASKS = 250;

    private final AuditStore store;
    private final InstantSource clock;

    public SuppressionReviews(AuditStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Why a suppression is worth a look; the names are the wire names. */
    public enum Reason {
        /** It stops applying within a week: its finding comes back, unless the fault is mended. */
        EXPIRES_SOON,
        /** The last audit found nothing that it suppresses. */
        MATCHES_NOTHING
    }

    /**
     * A suppression worth a look.
     *
     * @param auditedAt when the audit began that found nothing; null where that is not the reason
     */
    public record Review(
            AuditSuppression suppression,
            Reason reason,
            @Nullable Instant auditedAt) {}

    /** The suppressions worth a look, by expiry; a page may hold fewer than asked for, and yet not be the last. */
    public Page<Review> list(AccountRegion scope, PageRequest page) {
        Instant now = clock.instant();
        return store.transactions().read(tx -> {
            var filter = new SuppressionFilter(now, null, Map.of(), true);
            Page<AuditSuppression> read = store.suppressions().list(tx, scope, filter, page);
            Map<CheckName, AuditTask> last = read.items().isEmpty() ? Map.of() : lastCompleted(tx, scope, now);
            var reviews = new ArrayList<Review>();
            for (AuditSuppression suppression : read.items()) {
                Review review = review(tx, scope, suppression, last.get(suppression.check()), now);
                if (review != null) {
                    reviews.add(review);
                }
            }
            return new Page<>(reviews, read.next());
        });
    }

    private @Nullable Review review(
            Tx tx, AccountRegion scope, AuditSuppression suppression, @Nullable AuditTask last, Instant now) {
        if (last != null && !isNeeded(tx, scope, suppression, last, now)) {
            return new Review(suppression, Reason.MATCHES_NOTHING, last.startedAt());
        }
        Instant expiresAt = suppression.expiresAt();
        return expiresAt != null && expiresAt.isBefore(now.plus(NOTICE))
                ? new Review(suppression, Reason.EXPIRES_SOON, null)
                : null;
    }

    private boolean isNeeded(Tx tx, AccountRegion scope, AuditSuppression suppression, AuditTask last, Instant now) {
        return List.of(last.id(), AuditTask.CONTINUOUS).stream().anyMatch(task -> {
            var filter = new FindingFilter(
                    task,
                    AuditRetention.cutoff(now),
                    null,
                    suppression.check(),
                    suppression.resource().members(),
                    null);
            return !store.findings()
                    .list(tx, scope, filter, PageRequest.first(1))
                    .items()
                    .isEmpty();
        });
    }

    /** By check the last audit that completed it. */
    private Map<CheckName, AuditTask> lastCompleted(Tx tx, AccountRegion scope, Instant now) {
        var last = new HashMap<CheckName, AuditTask>();
        var all = new TaskFilter(AuditRetention.cutoff(now), now, null, null);
        store.tasks()
                .list(tx, scope, all, PageRequest.first(TASKS))
                .items()
                .forEach(task -> task.checks().forEach((check, run) -> {
                    if (run instanceof CheckRun.Completed) {
                        last.putIfAbsent(check, task);
                    }
                }));
        return last;
    }
}
