// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.insight.FindingSketch;
import io.fleetward.kernel.AccountRegion;
import java.util.Set;

/**
 * A finding as it will be written, all but the number of its kind, which only a transaction knows.
 *
 * @param kind the fingerprint of the sketch
 */
@SuppressWarnings("ArrayRecordComponent") // drafts are never compared
record FindingDraft(StoredFinding finding, FindingSketch sketch, String kind, Set<String> resources, Object[] row) {
    static FindingDraft of(AccountRegion scope, StoredFinding finding) {
        FindingSketch sketch = FindingSketch.of(finding.finding());
        return new FindingDraft(
                finding,
                sketch,
                sketch.fingerprint(),
                FindingRow.resourceIds(finding.finding()),
                FindingRow.values(scope, finding));
    }

    String key() {
        return finding.key().fingerprint();
    }

    /** The values of the row, with the number of the kind. */
    Object[] row(int number) {
        Object[] complete = row.clone();
        complete[FindingRow.KIND_AT] = number;
        return complete;
    }
}
