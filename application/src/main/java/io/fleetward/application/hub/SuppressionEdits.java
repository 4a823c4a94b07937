// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.Call;
import io.fleetward.hub.finding.FindingChange.Source;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.ingest.HubChange;
import io.fleetward.hub.suppression.SuppressedFinding;
import io.fleetward.hub.suppression.SuppressionOutcome;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects what suppressions make of findings: changes, their history, what is to be remembered. Confined to a thread. */
final class SuppressionEdits {
    private final AccountRegion scope;
    private final Call call;
    private final Instant now;
    private final List<HubChange> results = new ArrayList<>();
    private final List<FindingChange> history = new ArrayList<>();
    private final List<SuppressedFinding> noted = new ArrayList<>();

    /**
     * Collects for one batch.
     *
     * @param call what causes the changes
     */
    SuppressionEdits(AccountRegion scope, Call call, Instant now) {
        this.scope = scope;
        this.call = call;
        this.now = now;
    }

    /** Adds what became of one finding. */
    void add(StoredFinding before, SuppressionOutcome outcome) {
        noted.addAll(outcome.noted());
        if (outcome.after() != null && outcome.by() != null) {
            var change = new HubChange.Updated(before, outcome.after());
            results.add(change);
            FindingWriter.record(history, change, now, new Source(call, arn(scope, outcome.by())));
        }
    }

    List<HubChange> results() {
        return results;
    }

    List<FindingChange> history() {
        return history;
    }

    List<SuppressedFinding> noted() {
        return noted;
    }

    /** The ARN under which history names a suppression. */
    static String arn(AccountRegion scope, String suppressionId) {
        return scope.arn("fleetward", "finding-suppression/" + suppressionId).toString();
    }
}
