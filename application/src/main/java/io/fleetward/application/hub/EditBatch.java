// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.hub.UpdateReport.Reason;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.Call;
import io.fleetward.hub.finding.FindingChange.Source;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.ingest.FindingEdit;
import io.fleetward.hub.ingest.HubChange;
import io.fleetward.kernel.AccountRegion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Findings of several owners that are given the same new values, with their history. Confined to one transaction. */
final class EditBatch {
    private final FindingEdit edit;
    private final CallContext context;
    private final Source source;
    private final Map<AccountRegion, Written> byOwner = new LinkedHashMap<>();

    /** What is written for one owner. */
    private record Written(List<HubChange> results, List<FindingChange> history) {}

    EditBatch(FindingEdit edit, CallContext context) {
        this.edit = edit;
        this.context = context;
        this.source = new Source(Call.BATCH_UPDATE_FINDINGS, context.caller().arn());
    }

    /** Edits the findings with this key, whoever keeps them; answers why it cannot be done, or null. */
    @Nullable
    Reason edit(Map<AccountRegion, Map<FindingKey, StoredFinding>> stored, FindingKey key) {
        Reason failure = Reason.NOT_FOUND;
        for (var findings : stored.entrySet()) {
            StoredFinding before = findings.getValue().get(key);
            if (before != null) {
                StoredFinding after = edit.apply(before, context.at());
                if (after == null) {
                    return Reason.TOO_LARGE;
                }
                add(findings.getKey(), new HubChange.Updated(before, after));
                failure = null;
            }
        }
        return failure;
    }

    /** Whose findings are edited. */
    Set<AccountRegion> owners() {
        return byOwner.keySet();
    }

    void write(Tx tx, FindingWriter writer) {
        byOwner.forEach((owner, written) -> writer.write(tx, owner, written.results(), written.history()));
    }

    private void add(AccountRegion owner, HubChange.Updated change) {
        Written written = byOwner.computeIfAbsent(owner, first -> new Written(new ArrayList<>(), new ArrayList<>()));
        written.results().add(change);
        FindingWriter.record(written.history(), change, context.at(), source);
    }
}
