// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Tx;
import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The findings that audits reported, as long as they are retained. Thread-safe. */
public interface ReportedFindings {
    /** How many related resources come with a finding; the rest only through {@link #related}. */
    int RELATED_WITH_FINDING = 10;

    /** Stores new findings with all their related resources. */
    void add(Tx tx, AccountRegion scope, List<AuditFinding> findings);

    /** The finding with its first related resources, or null. */
    @Nullable
    AuditFinding find(Tx tx, AccountRegion scope, String id);

    /** Those that fit the filter, newest first, with their first related resources; the keyset is a {@link NewestFirst}. */
    Page<AuditFinding> list(Tx tx, AccountRegion scope, FindingFilter filter, PageRequest page);

    /** All related resources of a finding in their order; the keyset is the position from zero. */
    Page<AuditedResource> related(Tx tx, AccountRegion scope, String id, PageRequest page);

    /** Removes what a check of a task has reported. */
    void remove(Tx tx, AccountRegion scope, String taskId, CheckName check);

    /** Removes what a check of a task has reported on resources with these members of the identifier. */
    void remove(Tx tx, AccountRegion scope, String taskId, CheckName check, Map<String, String> resource);

    /** Removes up to that many findings, of whatever account, that were reported before; answers how many. */
    int removeFoundBefore(Tx tx, Instant cutoff, int limit);

    /**
     * Which findings a list shows; everything given must hold.
     *
     * @param from the earliest time of reporting
     * @param to the latest time of reporting, null for no limit
     * @param resource members that the identifier of the resource must have, with these values
     * @param suppressed whether suppressed or unsuppressed ones are wanted, null for both
     */
    record FindingFilter(
            @Nullable String taskId,
            Instant from,
            @Nullable Instant to,
            @Nullable CheckName check,
            Map<String, String> resource,
            @Nullable Boolean suppressed) {
        public FindingFilter {
            resource = Map.copyOf(resource);
        }
    }
}
