// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.hub.ImportReport.Failure;
import io.fleetward.application.hub.ImportVerdict.Acceptable;
import io.fleetward.application.hub.ImportVerdict.Denied;
import io.fleetward.application.hub.ImportVerdict.Failed;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingChange.Call;
import io.fleetward.hub.finding.FindingChange.Source;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.Retention;
import io.fleetward.hub.ingest.FindingSize;
import io.fleetward.hub.ingest.HubChange;
import io.fleetward.hub.product.Products;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Imports findings, from callers and from the platform itself. Thread-safe (hub, BatchImportFindings). */
public final class FindingImports {
    private static final int MAX_BATCH = 100;
    private static final int MAX_MEGABYTES = 6;
    private static final long BYTES_PER_MEGABYTE = 1L << 20;

    private final Transactions transactions;
    private final HubStores stores;
    private final Products products;
    private final FindingWriter writer;
    private final ImportCounters counters = new ImportCounters();

    public FindingImports(
            Transactions transactions, HubStores stores, Products products, HubChanges changes, Retention retention) {
        this.transactions = transactions;
        this.stores = stores;
        this.products = products;
        this.writer = new FindingWriter(stores, changes, retention);
    }

    public ImportCounters counters() {
        return counters;
    }

    /**
     * Imports what a caller sends: 1 to 100 findings, 6 MB, in one transaction; a bad one fails alone.
     *
     * <p>What becomes of the findings is worked out before that transaction, from what is stored; only if something of
     * that has changed meanwhile, it is worked out again inside.
     */
    public ImportReport batchImport(CallContext context, List<ObjectNode> findings) {
        if (findings.isEmpty() || findings.size() > MAX_BATCH) {
            throw HubRefusals.invalid("Findings", "data.Findings should have 1 to " + MAX_BATCH + " items");
        }
        if (findings.stream().mapToLong(FindingSize::of).sum() > MAX_MEGABYTES * BYTES_PER_MEGABYTE) {
            throw HubRefusals.invalid("Findings", "data.Findings should NOT be larger than " + MAX_MEGABYTES + " MB");
        }
        var source = new Source(Call.BATCH_IMPORT_FINDINGS, context.caller().arn());
        var batch = new FindingWriter.Import(context.scope(), context.at(), finding -> source);
        var gate = new ImportGate(products, context.scope(), ImportGate.Sender.CALLER);
        List<ImportVerdict> verdicts = gate.judge(findings);
        Known known = transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            requireAllowed(context, verdicts);
            return known(tx, batch, verdicts);
        });
        Plan plan = plan(batch, verdicts, known);
        ImportReport report = transactions.write(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            if (!isCurrent(tx, batch, verdicts, known)) {
                return importAll(tx, batch, gate.judge(findings)).report();
            }
            plan.writing().accept(tx);
            return plan.outcome().report();
        });
        counters.count(report);
        return report;
    }

    private static void requireAllowed(CallContext context, List<ImportVerdict> verdicts) {
        for (ImportVerdict verdict : verdicts) {
            if (verdict instanceof Denied denied) {
                throw HubRefusals.importDenied(context, denied.productArn());
            }
        }
    }

    /**
     * Imports what audit, Detect or another part of the platform found, inside a transaction of the outbox; findings
     * nobody wants because the hub or the product is off are dropped and counted.
     */
    ImportReport importPlatform(Tx tx, AccountRegion scope, Instant now, List<ObjectNode> findings) {
        Hub hub = stores.hubs().find(tx, scope);
        if (hub == null || !hub.isEnabled()) {
            tx.afterCommit(() -> counters.drop(findings.size()));
            return new ImportReport(0, List.of());
        }
        List<ImportVerdict> verdicts = new ImportGate(products, scope, ImportGate.Sender.PLATFORM).judge(findings);
        Set<String> subscribed = subscribed(tx, scope, verdicts);
        var wanted = new ArrayList<ImportVerdict>(verdicts);
        wanted.removeIf(verdict -> verdict instanceof Acceptable finding && !finding.isAllowed(subscribed));
        var batch = new FindingWriter.Import(scope, now, FindingImports::platform);
        ImportReport report = importAll(tx, batch, wanted).report();
        tx.afterCommit(() -> {
            counters.drop(verdicts.size() - wanted.size());
            counters.count(report);
        });
        return report;
    }

    /** What a caller brings from elsewhere, yet to be imported. */
    List<ImportVerdict> judge(AccountRegion scope, List<ObjectNode> findings) {
        return new ImportGate(products, scope, ImportGate.Sender.IMPORTER).judge(findings);
    }

    /**
     * What came of findings that were judged.
     *
     * @param accepted those that were imported, in their order
     * @param changes what became of each of these
     */
    record Outcome(ImportReport report, List<Acceptable> accepted, List<HubChange> changes) {}

    /**
     * What is stored that decides what becomes of findings that were judged.
     *
     * @param subscribed the products that are accepted
     */
    private record Known(Set<String> subscribed, FindingWriter.Known findings) {}

    /** What importing findings comes to, and what writes it. */
    private record Plan(Outcome outcome, Consumer<Tx> writing) {}

    /** Imports those that may be, into a hub that is enabled. */
    Outcome importAll(Tx tx, FindingWriter.Import batch, List<ImportVerdict> verdicts) {
        Plan plan = plan(batch, verdicts, known(tx, batch, verdicts));
        plan.writing().accept(tx);
        return plan.outcome();
    }

    private Known known(Tx tx, FindingWriter.Import batch, List<ImportVerdict> verdicts) {
        return new Known(subscribed(tx, batch.scope(), verdicts), writer.known(tx, batch, keys(verdicts)));
    }

    private boolean isCurrent(Tx tx, FindingWriter.Import batch, List<ImportVerdict> verdicts, Known known) {
        return subscribed(tx, batch.scope(), verdicts).equals(known.subscribed())
                && writer.isCurrent(tx, batch, keys(verdicts), known.findings());
    }

    private Plan plan(FindingWriter.Import batch, List<ImportVerdict> verdicts, Known known) {
        var accepted = new ArrayList<Acceptable>();
        var failures = new ArrayList<Failure>();
        for (ImportVerdict verdict : verdicts) {
            switch (verdict) {
                case Failed(Failure failure) -> failures.add(failure);
                case Denied(String id, String productArn) ->
                    failures.add(Failure.invalidAccess(id, "Not allowed for this account: " + productArn));
                case Acceptable finding when finding.isAllowed(known.subscribed()) -> accepted.add(finding);
                case Acceptable finding ->
                    failures.add(Failure.invalidAccess(
                            finding.key().id(),
                            "Account " + batch.scope().account() + " does not accept findings of product "
                                    + finding.product()));
            }
        }
        FindingWriter.Plan plan = writer.plan(batch, accepted, known.findings());
        var report = new ImportReport(accepted.size(), failures);
        return new Plan(new Outcome(report, accepted, plan.changes()), plan.writing());
    }

    private static List<FindingKey> keys(List<ImportVerdict> verdicts) {
        return acceptable(verdicts).map(Acceptable::key).distinct().toList();
    }

    private static Stream<Acceptable> acceptable(List<ImportVerdict> verdicts) {
        return verdicts.stream().filter(Acceptable.class::isInstance).map(Acceptable.class::cast);
    }

    private Set<String> subscribed(Tx tx, AccountRegion scope, List<ImportVerdict> verdicts) {
        Set<String> needed = acceptable(verdicts)
                .map(Acceptable::product)
                .filter(product -> !product.isEmpty())
                .collect(Collectors.toSet());
        return needed.isEmpty() ? needed : stores.products().among(tx, scope, needed);
    }

    private static Source platform(Acceptable finding) {
        return new Source(Call.BATCH_IMPORT_FINDINGS, finding.key().productArn());
    }
}
