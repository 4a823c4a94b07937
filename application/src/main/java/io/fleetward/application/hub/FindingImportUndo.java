// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.hub.FindingImportRun.Effect;
import io.fleetward.application.hub.FindingImportRun.Entry;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.Call;
import io.fleetward.hub.finding.FindingChange.Source;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.ingest.HubChange;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes imports back: what a run closed is open again, what it created is archived, unless it was changed since.
 *
 * <p>Thread-safe. Works in batches; an undoing that was interrupted may be repeated.
 */
public final class FindingImportUndo {
    private static final int BATCH = 100;

    /** No run takes longer; one that has not ended by then was interrupted. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Transactions transactions;
    private final HubStores stores;
    private final FindingWriter writer;
    private final FindingImportRuns runs;

    public FindingImportUndo(FindingImporter.Surroundings surroundings, FindingImportRuns runs) {
        this.transactions = surroundings.transactions();
        this.stores = surroundings.stores();
        this.writer = new FindingWriter(stores, surroundings.changes(), surroundings.retention());
        this.runs = runs;
    }

    /**
     * What came of taking an import back.
     *
     * @param restored those that are open again
     * @param archived those that are archived now
     * @param skipped those that were changed since, or are gone
     */
    public record Undone(int restored, int archived, int skipped) {
        Undone plus(Undone more) {
            return new Undone(restored + more.restored, archived + more.archived, skipped + more.skipped);
        }
    }

    public Undone undo(CallContext context, String id) {
        FindingImportRun run = transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return runs.find(tx, context.scope(), id);
        });
        if (run == null) {
            throw new ApiException(IotError.RESOURCE_NOT_FOUND, "There is no import " + id);
        } else if (run.undoneAt() != null) {
            throw new ApiException(IotError.INVALID_REQUEST, "import " + id + " is undone already");
        } else if (run.endedAt() == null && run.startedAt().plus(LONGEST).isAfter(context.at())) {
            throw new ApiException(IotError.INVALID_REQUEST, "import " + id + " is under way");
        }
        var undone = new Undone(0, 0, 0);
        String after = null;
        do {
            var request = new PageRequest(BATCH, after);
            Page<Entry> page = transactions.read(tx -> runs.entries(tx, context.scope(), id, request));
            undone = undone.plus(transactions.write(tx -> undo(tx, context, page.items())));
            after = page.next();
        } while (after != null);
        transactions.change(tx -> runs.save(tx, context.scope(), run.undone(context.at())));
        return undone;
    }

    private Undone undo(Tx tx, CallContext context, List<Entry> entries) {
        List<FindingKey> keys = entries.stream().map(Entry::key).toList();
        Map<FindingKey, StoredFinding> stored = stores.findings().find(tx, context.scope(), keys);
        var source = new Source(Call.BATCH_IMPORT_FINDINGS, context.caller().arn());
        var changes = new ArrayList<HubChange>();
        var history = new ArrayList<FindingChange>();
        int restored = 0;
        int archived = 0;
        for (Entry entry : entries) {
            RecordState state = entry.effect() == Effect.CLOSED ? RecordState.ACTIVE : RecordState.ARCHIVED;
            StoredFinding before = stored.get(entry.key());
            StoredFinding after = before == null || before.revision() != entry.revision()
                    ? null
                    : RecordStates.set(before, state, context.at());
            if (before != null && after != null) {
                restored += state == RecordState.ACTIVE ? 1 : 0;
                archived += state == RecordState.ARCHIVED ? 1 : 0;
                var change = new HubChange.Updated(before, after);
                changes.add(change);
                FindingWriter.record(history, change, context.at(), source);
            }
        }
        writer.write(tx, context.scope(), changes, history);
        return new Undone(restored, archived, entries.size() - restored - archived);
    }
}
