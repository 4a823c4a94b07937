// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.finding.HubReport;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What the hub was last told, so that the next audit can update or withdraw it. Thread-safe. */
public interface HubReports {
    /** Those of the check's reports that have one of these ids. */
    List<HubReport> find(Tx tx, AccountRegion scope, CheckName check, Collection<String> ids);

    /** Inserts the reports, or replaces those with the same check and id. */
    void put(Tx tx, AccountRegion scope, List<HubReport> reports);

    /** Up to that many active reports on faults (not summaries) of the check that another task than this one made. */
    List<HubReport> activeFromOtherTasks(Tx tx, AccountRegion scope, Origin notFrom, int limit);

    /** The active reports on faults (not summaries) of the check whose ids begin so. */
    List<HubReport> active(Tx tx, AccountRegion scope, CheckName check, String idPrefix);

    /** Removes up to that many reports, of whatever account, that were last updated before; answers how many. */
    int removeUpdatedBefore(Tx tx, Instant cutoff, int limit);

    /** The check and the task that make a report. */
    record Origin(CheckName check, String taskId) {}
}
