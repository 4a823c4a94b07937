// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.hub.ImportOrder.Coverage;
import io.fleetward.application.hub.ImportReport.Failure;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.hub.finding.Retention;
import io.fleetward.hub.product.Products;
import io.fleetward.hub.schema.AsffSchema;
import io.fleetward.hub.schema.FittedFinding;
import io.fleetward.hub.source.FindingSource;
import io.fleetward.hub.source.FindingSources;
import io.fleetward.hub.source.SourceContext;
import io.fleetward.hub.source.SourceResult;
import io.fleetward.hub.source.SourceResult.Unreadable;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Imports findings from elsewhere in the format that they have, and closes what whoever sends them no longer sees.
 *
 * <p>Thread-safe. A run works in batches, each in one transaction with the record of what it did. It closes only what it
 * was told that it covers, and nothing at all when it could not tell of each document which finding it is.
 */
public final class FindingImporter {
    private static final int FORGOTTEN_AT_ONCE = 100;

    private final Transactions transactions;
    private final HubStores stores;
    private final FindingImports imports;
    private final FindingWriter writer;
    private final Products products;
    private final FindingImportRuns runs;
    private final Retention retention;
    private final InstantSource clock;
    private final Ids ids;

    public FindingImporter(Surroundings surroundings, FindingImports imports, FindingImportRuns runs, Ids ids) {
        this.transactions = surroundings.transactions();
        this.stores = surroundings.stores();
        this.products = surroundings.products();
        this.retention = surroundings.retention();
        this.writer = new FindingWriter(stores, surroundings.changes(), retention);
        this.clock = surroundings.clock();
        this.imports = imports;
        this.runs = runs;
        this.ids = ids;
    }

    /** The hub that is imported into. */
    public record Surroundings(
            Transactions transactions,
            HubStores stores,
            Products products,
            HubChanges changes,
            Retention retention,
            InstantSource clock) {}

    /** Imports; answers what came of it. */
    public FindingImportRun run(CallContext context, ImportOrder order) {
        FindingSource source = FindingSources.of(order.format());
        if (source == null) {
            String known =
                    FindingSources.all().stream().map(FindingSource::format).collect(Collectors.joining(", "));
            throw refused("format must be one of " + known);
        }
        String product = product(context, "product", order.product());
        Coverage closed = closed(context, order, source.product() == null ? product : source.product());
        transactions.read(tx -> HubRefusals.requireEnabled(tx, stores.hubs(), context.scope()));
        var sourceContext = new SourceContext(context.scope(), context.at(), product, order.columns());
        List<SourceResult> read = source.translate(ImportContent.documents(source, order.content()), sourceContext);
        requireFormat(source, read);
        var means = new ImportPass.Means(transactions, stores.findings(), imports, writer, runs);
        var pass = new ImportPass(means, context, start(context, order, closed));
        List<ObjectNode> findings = findings(read, order, pass);
        pass.importAll(findings, imports.judge(context.scope(), findings));
        if (closed != null) {
            pass.close(closing(context, closed, pass));
        }
        return pass.end(clock.instant());
    }

    /** Content of which nothing at all can be read is in another format: no run is made of it. */
    private static void requireFormat(FindingSource source, List<SourceResult> read) {
        if (!read.isEmpty()
                && read.stream().allMatch(Unreadable.class::isInstance)
                && read.getFirst() instanceof Unreadable(String where, String reason)) {
            throw refused("content is not in format " + source.format() + ": " + where + " " + reason);
        }
    }

    private ImportClosing closing(CallContext context, Coverage closed, ImportPass pass) {
        String product = closed.product();
        return new ImportClosing(
                ImportClosing.arn(context.scope(), product),
                product == null ? null : products.find(product),
                closed,
                pass.seen(),
                context.at());
    }

    /** A run by its id. */
    public FindingImportRun describe(CallContext context, String id) {
        FindingImportRun run = transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return runs.find(tx, context.scope(), id);
        });
        if (run == null) {
            throw new ApiException(IotError.RESOURCE_NOT_FOUND, "There is no import " + id);
        }
        return run;
    }

    /** All runs, the latest first. */
    public Page<FindingImportRun> list(CallContext context, PageRequest page) {
        return transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return runs.list(tx, context.scope(), page);
        });
    }

    private FindingImportRun start(CallContext context, ImportOrder order, @Nullable Coverage closed) {
        var run = new FindingImportRun(
                order.isRehearsal() ? "" : ids.uuid(),
                order.format(),
                context.caller().arn(),
                context.at(),
                null,
                null,
                closed,
                null,
                new ImportCounts(0, 0, 0, 0, 0, 0),
                List.of(),
                List.of());
        if (!order.isRehearsal()) {
            transactions.change(tx -> {
                runs.deleteBefore(tx, context.scope(), context.at().minus(retention.history()), FORGOTTEN_AT_ONCE);
                runs.save(tx, context.scope(), run);
            });
        }
        return run;
    }

    private static List<ObjectNode> findings(List<SourceResult> read, ImportOrder order, ImportPass pass) {
        var findings = new ArrayList<ObjectNode>(read.size());
        for (SourceResult result : read) {
            switch (result) {
                case Unreadable(String where, String reason) ->
                    pass.unreadable(new Failure(where, "InvalidInput", reason));
                case SourceResult.Translated(ObjectNode finding) ->
                    findings.add(order.isLenient() ? fitted(finding, pass) : finding);
            }
        }
        return findings;
    }

    private static ObjectNode fitted(ObjectNode finding, ImportPass pass) {
        FittedFinding fitted = AsffSchema.fit(finding);
        String id = fitted.document().path("Id").asString("");
        fitted.losses().forEach(loss -> pass.warn(id + ": " + loss.where() + " " + loss.what()));
        return fitted.document();
    }

    /** What the order says to close, with the product spelled out. */
    private @Nullable Coverage closed(CallContext context, ImportOrder order, @Nullable String sent) {
        Coverage asked = order.closed();
        if (asked == null) {
            return null;
        }
        String named = product(context, "closeCovered.product", asked.product());
        String product = named == null && asked.product() == null ? sent : named;
        if (product == null && isAnything(asked)) {
            throw refused("closeCovered must name generators or resources, because the account's own product is that of"
                    + " many senders");
        }
        return new Coverage(product, asked.generatorPrefix(), asked.resourcePrefix());
    }

    private static boolean isAnything(Coverage coverage) {
        return blank(coverage.generatorPrefix()) && blank(coverage.resourcePrefix());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The tail of a product of the catalogue; null for the account's own, which may also be named. */
    private @Nullable String product(CallContext context, String member, @Nullable String product) {
        if (product == null || product.equals(context.scope().account() + "/default")) {
            return null;
        }
        if (products.find(product) == null) {
            throw refused(member + " must be a product of the catalogue, as company/product: " + product);
        }
        return product;
    }

    private static ApiException refused(String rule) {
        return new ApiException(IotError.INVALID_REQUEST, rule);
    }
}
