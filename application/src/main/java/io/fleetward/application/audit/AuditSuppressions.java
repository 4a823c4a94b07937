// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.suppression.AuditSuppression;
import io.fleetward.audit.suppression.Suppressions;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The audit suppressions of every account; one for each pair of a check and a resource. Thread-safe. */
public interface AuditSuppressions {
    /** The suppression of this pair, or null. */
    @Nullable
    AuditSuppression find(Tx tx, AccountRegion scope, CheckName check, ResourceIdentifier resource);

    /** The suppression that was created with this client request token, or null. */
    @Nullable
    AuditSuppression findByToken(Tx tx, AccountRegion scope, String token);

    /** Keeps a suppression whose pair has none. */
    void add(Tx tx, AccountRegion scope, AuditSuppression suppression, String token);

    /** Replaces the suppression of the same pair. */
    void replace(Tx tx, AccountRegion scope, AuditSuppression suppression);

    /** Removes the suppression of this pair; nothing happens when there is none. */
    void remove(Tx tx, AccountRegion scope, CheckName check, ResourceIdentifier resource);

    /** How many the account has. */
    int count(Tx tx, AccountRegion scope);

    /** What is suppressed for one check at that moment. */
    Suppressions inForce(Tx tx, AccountRegion scope, CheckName check, Instant now);

    /** Those that fit the filter and are in force, by expiry; those that never expire come after all others. */
    Page<AuditSuppression> list(Tx tx, AccountRegion scope, SuppressionFilter filter, PageRequest page);

    /** Removes up to that many, of whatever account, that expired by then; answers them. */
    List<Expired> removeExpired(Tx tx, Instant now, int limit);

    /** A suppression whose time has passed, and whose it was. */
    record Expired(AccountRegion scope, AuditSuppression suppression) {}

    /**
     * Which suppressions a list shows.
     *
     * @param now the moment at which they must be in force
     * @param resource members that the identifier of the resource must have, with these values
     * @param isAscending whether the first to expire comes first
     */
    record SuppressionFilter(
            Instant now, @Nullable CheckName check, Map<String, String> resource, boolean isAscending) {
        public SuppressionFilter {
            resource = Map.copyOf(resource);
        }
    }
}
