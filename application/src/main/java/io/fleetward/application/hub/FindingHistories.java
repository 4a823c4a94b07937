// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.ArrayList;

/** The histories of findings from their beginning: what changed a finding, and before that how it came. Thread-safe. */
public final class FindingHistories {
    private final Findings findings;
    private final FindingHistory changes;

    FindingHistories(Findings findings, FindingHistory changes) {
        this.findings = findings;
        this.changes = changes;
    }

    /** The lines of one finding's history within a span of time, the latest first; the keyset is the revision. */
    public Page<FindingChange> list(Tx tx, AccountRegion owner, FindingHistory.Span span, PageRequest page) {
        Page<FindingChange> listed = changes.list(tx, owner, span, page);
        StoredFinding finding = listed.next() == null ? findings.find(tx, owner, span.key()) : null;
        FindingChange creation = finding == null ? null : finding.creation();
        if (creation == null || !span.includes(creation.at())) {
            return listed;
        }
        var all = new ArrayList<>(listed.items());
        all.add(creation);
        return Page.cut(all, page.limit(), change -> Long.toString(change.revision()));
    }
}
