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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes imported and edited findings with their history and announces them, a batch at a time. Thread-safe.
 *
 * <p>A batch costs a fixed number of statements, however many findings it holds. What is to be written is worked out from
 * what is {@link Known}, which needs no transaction: all writing goes through one thread, whose time is dear.
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

    /**
     * What is stored that decides what becomes of a batch.
     *
     * @param expired findings whose time is over, which are swept away first
     */
    record Known(
            Map<FindingKey, Long> revisions,
            Map<FindingKey, StoredFinding> findings,
            List<FindingKey> expired,
            ImportAutomation.Known automation) {}

    /**
     * What importing a batch comes to.
     *
     * @param changes what became of each finding
     * @param writing writes it
     */
    record Plan(List<HubChange> changes, Consumer<Tx> writing) {}

    /** Looks up what decides what becomes of findings with these keys. */
    Known known(Tx tx, Import batch, List<FindingKey> keys) {
        var findings = new LinkedHashMap<>(stores.findings().find(tx, batch.scope(), keys));
        var revisions = new LinkedHashMap<FindingKey, Long>();
        findings.forEach((key, finding) -> revisions.put(key, finding.revision()));
        List<FindingKey> expired = findings.entrySet().stream()
                .filter(entry -> retention.isExpired(entry.getValue().finding(), batch.now()))
                .map(Map.Entry::getKey)
                .toList();
        findings.keySet().removeAll(expired);
        return new Known(revisions, findings, expired, automation.known(tx, batch.scope(), keys));
    }

    /** Whether the transaction still finds what was looked up for these keys. */
    boolean isCurrent(Tx tx, Import batch, List<FindingKey> keys, Known known) {
        return stores.findings().revisions(tx, batch.scope(), keys).equals(known.revisions())
                && automation.known(tx, batch.scope(), keys).isSameAs(known.automation());
    }

    /** Works out what importing the findings in their order comes to; takes their documents over. */
    Plan plan(Import batch, List<Acceptable> findings, Known known) {
        Map<FindingKey, StoredFinding> current = new HashMap<>(known.findings());
        var results = new ArrayList<HubChange>();
        var history = new ArrayList<FindingChange>();
        ImportAutomation.Batch rules = ImportAutomation.begin(known.automation(), batch.scope(), batch.now());
        for (Acceptable finding : findings) {
            var ingest = new FindingIngest(batch.scope().region(), finding.provider(), batch.now());
            Source source = batch.source().apply(finding);
            HubChange imported =
                    from(source, batch.now(), ingest.apply(current.get(finding.key()), finding.document()));
            record(history, imported, batch.now(), source);
            HubChange change = rules.apply(ingest, imported, history);
            current.put(finding.key(), after(change));
            results.add(change);
        }
        Consumer<Tx> writing = writing(batch.scope(), results, history);
        return new Plan(results, tx -> {
            sweep(tx, batch.scope(), known.expired());
            automation.end(tx, rules);
            writing.accept(tx);
        });
    }

    /** Writes what importing or editing came to. */
    void write(Tx tx, AccountRegion scope, List<HubChange> results, List<FindingChange> history) {
        writing(scope, results, history).accept(tx);
    }

    private Consumer<Tx> writing(AccountRegion scope, List<HubChange> results, List<FindingChange> history) {
        var changed = new LinkedHashMap<FindingKey, StoredFinding>();
        for (HubChange result : results) {
            if (!(result instanceof HubChange.Ignored)) {
                StoredFinding now = after(result);
                changed.put(now.key(), now);
            }
        }
        if (changed.isEmpty()) {
            return tx -> {};
        }
        Consumer<Tx> saving = stores.findings().saving(scope, changed.values());
        Consumer<Tx> announcing = changes.announcing(
                scope, changed.values().stream().map(StoredFinding::finding).toList());
        return tx -> {
            saving.accept(tx);
            stores.history().append(tx, scope, history);
            announcing.accept(tx);
        };
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

    private void sweep(Tx tx, AccountRegion scope, List<FindingKey> expired) {
        if (!expired.isEmpty()) {
            stores.findings().delete(tx, scope, expired);
            stores.history().delete(tx, scope, expired);
            stores.automation().suppressed().forget(tx, scope, expired);
        }
    }

    private static StoredFinding after(HubChange change) {
        return switch (change) {
            case HubChange.Created created -> created.finding();
            case HubChange.Updated updated -> updated.after();
            case HubChange.Ignored ignored -> ignored.stored();
        };
    }
}
