// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.hub.ImportVerdict.Acceptable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.Source;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.Retention;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.ingest.FindingDiff;
import io.fleetward.hub.ingest.FindingIngest;
import io.fleetward.hub.ingest.HubChange;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes imported and edited findings with their history and announces them, a batch at a time. Thread-safe.
 *
 * <p>A batch costs one query and a fixed number of statements, however many findings it holds.
 */
final class FindingWriter {
    private final HubStores stores;
    private final HubChanges changes;
    private final Retention retention;
    private final ImportAutomation automation;

    FindingWriter(HubStores stores, HubChanges changes, Retention retention) {
        this.stores = stores;
        this.changes = changes;
        this.retention = retention;
        this.automation = new ImportAutomation(stores);
    }

    /** Where and when a batch is imported, and who sent each of its findings. */
    record Import(AccountRegion scope, Instant now, Function<Acceptable, Source> source) {}

    /** Imports the findings in their order; answers what became of each. */
    List<HubChange> importAll(Tx tx, Import batch, List<Acceptable> findings) {
        Map<FindingKey, StoredFinding> known = known(tx, batch, findings);
        var results = new ArrayList<HubChange>();
        var history = new ArrayList<FindingChange>();
        List<FindingKey> keys =
                findings.stream().map(Acceptable::key).distinct().toList();
        ImportAutomation.Batch rules = automation.begin(tx, batch.scope(), keys, batch.now());
        for (Acceptable finding : findings) {
            var ingest = new FindingIngest(batch.scope().region(), finding.provider(), batch.now());
            Source source = batch.source().apply(finding);
            HubChange imported = from(source, batch.now(), ingest.apply(known.get(finding.key()), finding.document()));
            record(history, imported, batch.now(), source);
            HubChange change = rules.apply(ingest, imported, history);
            known.put(finding.key(), after(change));
            results.add(change);
        }
        automation.end(tx, rules);
        write(tx, batch.scope(), results, history);
        return results;
    }

    /** Writes what importing or editing came to. */
    void write(Tx tx, AccountRegion scope, List<HubChange> results, List<FindingChange> history) {
        var changed = new LinkedHashMap<FindingKey, StoredFinding>();
        for (HubChange result : results) {
            if (!(result instanceof HubChange.Ignored)) {
                StoredFinding now = after(result);
                changed.put(now.key(), now);
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        stores.findings().save(tx, scope, changed.values());
        stores.history().append(tx, scope, history);
        changes.announceFindings(
                tx, scope, changed.values().stream().map(StoredFinding::finding).toList());
    }

    /** Adds the line that the change deserves in the finding's history, if any; how a finding came it tells itself. */
    static void record(List<FindingChange> history, HubChange change, Instant now, Source source) {
        if (change instanceof HubChange.Updated(StoredFinding before, StoredFinding after)) {
            var updates = FindingDiff.between(before.finding(), after.finding());
            if (!updates.isEmpty()) {
                history.add(new FindingChange(after.key(), after.revision(), now, false, source, updates));
            }
        }
    }

    private static HubChange from(Source source, Instant now, HubChange change) {
        return change instanceof HubChange.Created(StoredFinding created)
                ? new HubChange.Created(created.from(new StoredFinding.Origin(now, source.identity())))
                : change;
    }

    /** What is stored under the keys of the batch; findings whose time is over are swept away first. */
    private Map<FindingKey, StoredFinding> known(Tx tx, Import batch, List<Acceptable> findings) {
        List<FindingKey> keys =
                findings.stream().map(Acceptable::key).distinct().toList();
        var known = new LinkedHashMap<>(stores.findings().find(tx, batch.scope(), keys));
        List<FindingKey> expired = known.entrySet().stream()
                .filter(entry -> retention.isExpired(entry.getValue().finding(), batch.now()))
                .map(Map.Entry::getKey)
                .toList();
        if (!expired.isEmpty()) {
            stores.findings().delete(tx, batch.scope(), expired);
            stores.history().delete(tx, batch.scope(), expired);
            stores.automation().suppressed().forget(tx, batch.scope(), expired);
            known.keySet().removeAll(expired);
        }
        return known;
    }

    private static StoredFinding after(HubChange change) {
        return switch (change) {
            case HubChange.Created created -> created.finding();
            case HubChange.Updated updated -> updated.after();
            case HubChange.Ignored ignored -> ignored.stored();
        };
    }
}
