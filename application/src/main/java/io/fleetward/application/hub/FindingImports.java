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
import io.fleetward.hub.finding.Retention;
import io.fleetward.hub.ingest.FindingSize;
import io.fleetward.hub.ingest.HubChange;
import io.fleetward.hub.product.Products;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Imports what a caller sends: 1 to 100 findings, 6 MB, in one transaction; a bad one fails alone. */
    public ImportReport batchImport(CallContext context, List<ObjectNode> findings) {
        if (findings.isEmpty() || findings.size() > MAX_BATCH) {
            throw HubRefusals.invalid("Findings", "data.Findings should have 1 to " + MAX_BATCH + " items");
        }
        if (findings.stream().mapToLong(FindingSize::of).sum() > MAX_MEGABYTES * BYTES_PER_MEGABYTE) {
            throw HubRefusals.invalid("Findings", "data.Findings should NOT be larger than " + MAX_MEGABYTES + " MB");
        }
        List<ImportVerdict> verdicts =
                new ImportGate(products, context.scope(), ImportGate.Sender.CALLER).judge(findings);
        var source = new Source(Call.BATCH_IMPORT_FINDINGS, context.caller().arn());
        var batch = new FindingWriter.Import(context.scope(), context.at(), finding -> source);
        ImportReport report = transactions.write(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            for (ImportVerdict verdict : verdicts) {
                if (verdict instanceof Denied denied) {
                    throw HubRefusals.importDenied(context, denied.productArn());
                }
            }
            return importAll(tx, batch, verdicts).report();
        });
        counters.count(report);
        return report;
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

    /** Imports those that may be, into a hub that is enabled. */
    Outcome importAll(Tx tx, FindingWriter.Import batch, List<ImportVerdict> verdicts) {
        Set<String> subscribed = subscribed(tx, batch.scope(), verdicts);
        var accepted = new ArrayList<Acceptable>();
        var failures = new ArrayList<Failure>();
        for (ImportVerdict verdict : verdicts) {
            switch (verdict) {
                case Failed(Failure failure) -> failures.add(failure);
                case Denied(String id, String productArn) ->
                    failures.add(Failure.invalidAccess(id, "Not allowed for this account: " + productArn));
                case Acceptable finding when finding.isAllowed(subscribed) -> accepted.add(finding);
                case Acceptable finding ->
                    failures.add(Failure.invalidAccess(
                            finding.key().id(),
                            "Account " + batch.scope().account() + " does not accept findings of product "
                                    + finding.product()));
            }
        }
        List<HubChange> changes = accepted.isEmpty() ? List.of() : writer.importAll(tx, batch, accepted);
        return new Outcome(new ImportReport(accepted.size(), failures), accepted, changes);
    }

    private Set<String> subscribed(Tx tx, AccountRegion scope, List<ImportVerdict> verdicts) {
        Set<String> needed = verdicts.stream()
                .filter(Acceptable.class::isInstance)
                .map(verdict -> ((Acceptable) verdict).product())
                .filter(product -> !product.isEmpty())
                .collect(Collectors.toSet());
        return needed.isEmpty() ? needed : stores.products().among(tx, scope, needed);
    }

    private static Source platform(Acceptable finding) {
        return new Source(Call.BATCH_IMPORT_FINDINGS, finding.key().productArn());
    }
}
