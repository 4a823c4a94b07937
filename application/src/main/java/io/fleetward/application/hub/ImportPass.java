// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.hub.FindingImports.Outcome;
import io.fleetward.application.hub.ImportReport.Failure;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.Call;
import io.fleetward.hub.finding.FindingChange.Source;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.ingest.HubChange;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One run of an import: what it has seen and done so far. Confined to the call. */
final class ImportPass {
    private static final int BATCH = 100;

    private final Means means;
    private final CallContext context;
    private final FindingImportRun started;
    private final Source source;
    private final ImportTally tally = new ImportTally();
    private final Set<FindingKey> seen = new HashSet<>();
    private boolean isComplete = true;
    private @Nullable String notClosed;

    ImportPass(Means means, CallContext context, FindingImportRun started) {
        this.means = means;
        this.context = context;
        this.started = started;
        this.source = new Source(Call.BATCH_IMPORT_FINDINGS, context.caller().arn());
    }

    /** What a run works with. */
    record Means(
            Transactions transactions,
            Findings findings,
            FindingImports imports,
            FindingWriter writer,
            FindingImportRuns runs) {}

    /** Rolls back what a rehearsal did. */
    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Rehearsed() {
            super(null, null, false, false);
        }
    }

    /** A document of which nobody can say which finding it is. */
    void unreadable(Failure failure) {
        isComplete = false;
        tally.fail(List.of(failure));
    }

    void warn(String warning) {
        tally.warn(warning);
    }

    /** The findings that were sent, whether or not they could be imported. */
    Set<FindingKey> seen() {
        return seen;
    }

    /** Imports the findings, on each of which there is a verdict. */
    void importAll(List<ObjectNode> findings, List<ImportVerdict> verdicts) {
        findings.forEach(this::see);
        for (int from = 0; from < verdicts.size(); from += BATCH) {
            List<ImportVerdict> batch = verdicts.subList(from, Math.min(from + BATCH, verdicts.size()));
            ImportReport report = change(tx -> importBatch(tx, batch));
            tally.fail(report.failures());
            if (!isRehearsal()) {
                means.imports().counters().count(report);
            }
        }
    }

    /** Archives what the run covers and has not seen. */
    void close(ImportClosing closing) {
        if (!isComplete) {
            notClosed = "not every document tells which finding it is";
            return;
        }
        var query = new FindingQuery(FindingQueries.filter(context, closing.filters()), FindingOrder.STANDARD);
        String after = null;
        do {
            var request = new PageRequest(BATCH, after);
            Page<Finding> page =
                    means.transactions().read(tx -> means.findings().search(tx, context.scope(), query, request));
            List<FindingKey> keys = page.items().stream()
                    .filter(closing::closes)
                    .map(Finding::key)
                    .toList();
            if (!keys.isEmpty()) {
                change(tx -> closeBatch(tx, keys, closing));
            }
            after = page.next();
        } while (after != null);
    }

    /** Keeps what came of the run. */
    FindingImportRun end(Instant now) {
        var ended = new FindingImportRun(
                started.id(),
                started.format(),
                started.importedBy(),
                started.startedAt(),
                now,
                null,
                started.closed(),
                notClosed,
                tally.counts(),
                tally.failures(),
                tally.warnings());
        if (!isRehearsal()) {
            means.transactions().change(tx -> means.runs().save(tx, context.scope(), ended));
        }
        return ended;
    }

    private void see(ObjectNode finding) {
        String id = finding.path("Id").asString("");
        String product = finding.path("ProductArn").asString("");
        if (id.isEmpty() || product.isEmpty()) {
            isComplete = false;
        } else {
            seen.add(new FindingKey(product, id));
        }
    }

    private ImportReport importBatch(Tx tx, List<ImportVerdict> verdicts) {
        var batch = new FindingWriter.Import(context.scope(), context.at(), finding -> source);
        Outcome outcome = means.imports().importAll(tx, batch, verdicts);
        note(tx, outcome.changes());
        reopen(tx, outcome);
        return outcome.report();
    }

    /** What a run had closed is open again when it is seen, even if its sender has nothing new to say of it. */
    private void reopen(Tx tx, Outcome outcome) {
        var archived = new LinkedHashMap<FindingKey, StoredFinding>();
        for (int i = 0; i < outcome.changes().size(); i++) {
            ObjectNode sent = outcome.accepted().get(i).document();
            if (outcome.changes().get(i) instanceof HubChange.Ignored(StoredFinding stored)
                    && stored.finding().recordState() == RecordState.ARCHIVED
                    && !sent.path("RecordState").asString("").equals(RecordState.ARCHIVED.name())) {
                archived.put(stored.key(), stored);
            }
        }
        if (archived.isEmpty()) {
            return;
        }
        Map<FindingKey, Long> closings = means.runs().closings(tx, context.scope(), archived.keySet());
        List<StoredFinding> closed = archived.values().stream()
                .filter(stored -> Objects.equals(closings.get(stored.key()), stored.revision()))
                .toList();
        set(tx, closed, RecordState.ACTIVE);
    }

    private int closeBatch(Tx tx, List<FindingKey> keys, ImportClosing closing) {
        List<StoredFinding> open = means.findings().find(tx, context.scope(), keys).values().stream()
                .filter(stored -> closing.closes(stored.finding()))
                .toList();
        set(tx, open, RecordState.ARCHIVED);
        return open.size();
    }

    private void set(Tx tx, List<StoredFinding> findings, RecordState state) {
        var changes = new ArrayList<HubChange>();
        var history = new ArrayList<FindingChange>();
        for (StoredFinding before : findings) {
            StoredFinding after = RecordStates.set(before, state, context.at());
            if (after != null) {
                var change = new HubChange.Updated(before, after);
                changes.add(change);
                FindingWriter.record(history, change, context.at(), source);
            }
        }
        means.writer().write(tx, context.scope(), changes, history);
        note(tx, changes);
    }

    private void note(Tx tx, List<HubChange> changes) {
        var entries = new LinkedHashMap<FindingKey, FindingImportRun.Entry>();
        changes.forEach(change -> tally.count(change).forEach(entry -> entries.put(entry.key(), entry)));
        if (!isRehearsal() && !entries.isEmpty()) {
            means.runs().note(tx, context.scope(), started.id(), entries.values());
        }
    }

    private boolean isRehearsal() {
        return started.id().isEmpty();
    }

    private <T> T change(Function<Tx, T> work) {
        if (!isRehearsal()) {
            return means.transactions().write(work);
        }
        var result = new AtomicReference<@Nullable T>();
        try {
            means.transactions().change(tx -> {
                result.set(work.apply(tx));
                throw new Rehearsed();
            });
        } catch (Rehearsed expected) {
            return Objects.requireNonNull(result.get());
        }
        throw new IllegalStateException("a rehearsal was committed");
    }
}
