// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.fleetward.application.hub.UpdateReport.Reason;
import io.fleetward.application.hub.UpdateReport.Unprocessed;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.OwnedFinding;
import io.fleetward.hub.finding.Retention;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.ingest.FindingEdit;
import io.fleetward.hub.ingest.HubChange;
import io.fleetward.hub.schema.EditSchema;
import io.fleetward.hub.schema.SchemaResult;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Changes what people may change in findings. Thread-safe (hub, BatchUpdateFindings and history). */
public final class FindingUpdates {
    private static final int MAX_BATCH = 100;

    private final Transactions transactions;
    private final HubStores stores;
    private final FindingWriter writer;

    public FindingUpdates(Transactions transactions, HubStores stores, HubChanges changes, Retention retention) {
        this.transactions = transactions;
        this.stores = stores;
        this.writer = new FindingWriter(stores, changes, retention);
    }

    /**
     * Gives up to 100 findings the new values, in one transaction and wherever they are kept; where several accounts
     * in sight keep findings under the same name, all of them.
     *
     * @param values the new values as a piece of a finding
     */
    public UpdateReport batchUpdate(CallContext context, List<FindingIdentifier> identifiers, ObjectNode values) {
        if (identifiers.isEmpty() || identifiers.size() > MAX_BATCH) {
            String rule = "data.FindingIdentifiers should have 1 to " + MAX_BATCH + " items";
            throw HubRefusals.invalid("FindingIdentifiers", rule);
        }
        FindingEdit edit = edit(EditSchema.read(values));
        return transactions.write(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return update(tx, context, identifiers, edit);
        });
    }

    private UpdateReport update(Tx tx, CallContext context, List<FindingIdentifier> identifiers, FindingEdit edit) {
        List<FindingKey> keys =
                identifiers.stream().map(FindingIdentifier::key).distinct().toList();
        var stored = stores.findings().find(tx, stores.scopes().of(tx, context.scope()), keys);
        var batch = new EditBatch(edit, context);
        var seen = new HashSet<FindingKey>();
        var processed = new ArrayList<FindingIdentifier>();
        var unprocessed = new ArrayList<Unprocessed>();
        for (FindingIdentifier identifier : identifiers) {
            Reason failure = seen.add(identifier.key()) ? batch.edit(stored, identifier.key()) : Reason.DUPLICATED;
            if (failure == null) {
                processed.add(identifier);
            } else {
                unprocessed.add(new Unprocessed(identifier, failure));
            }
        }
        if (edit.values().has("Workflow")) {
            batch.owners().forEach(owner -> overrule(tx, owner, processed));
        }
        batch.write(tx, writer);
        return new UpdateReport(processed, unprocessed);
    }

    /** A person's word on a finding counts for more than a suppression's. */
    private void overrule(Tx tx, AccountRegion owner, List<FindingIdentifier> findings) {
        List<FindingKey> keys = findings.stream().map(FindingIdentifier::key).toList();
        stores.automation().suppressed().overrule(tx, owner, keys);
    }

    /**
     * Gives every finding that the filters match the new values, a hundred at a time; findings without room for them
     * are left as they are. Leaves no history, and the next import puts the record state back.
     *
     * @param values a note, a record state or both, as a piece of a finding
     */
    public void updateMatching(CallContext context, ObjectNode filters, ObjectNode values) {
        FindingFilter filter = FindingQueries.filter(context, filters);
        var edit = new MatchingEdit(filter, edit(EditSchema.readForMatching(values)));
        var query = new FindingQuery(filter, FindingOrder.STANDARD);
        String after = null;
        do {
            Page<OwnedFinding> page = find(context, query, new PageRequest(MAX_BATCH, after));
            Map<AccountRegion, List<FindingKey>> keys = page.items().stream()
                    .collect(groupingBy(
                            OwnedFinding::owner,
                            mapping(owned -> owned.finding().key(), toList())));
            transactions.change(tx -> updateMatching(tx, context, keys, edit));
            after = page.next();
        } while (after != null);
    }

    private Page<OwnedFinding> find(CallContext context, FindingQuery query, PageRequest page) {
        return transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return stores.findings().search(tx, stores.scopes().of(tx, context.scope()), query, page);
        });
    }

    /** Owners that went out of sight since their findings were found are left alone. */
    private void updateMatching(
            Tx tx, CallContext context, Map<AccountRegion, List<FindingKey>> keys, MatchingEdit edit) {
        Set<AccountRegion> inSight = Set.copyOf(stores.scopes().of(tx, context.scope()));
        keys.forEach((owner, found) -> {
            if (inSight.contains(owner)) {
                var results = new ArrayList<HubChange>();
                for (StoredFinding before :
                        stores.findings().find(tx, owner, found).values()) {
                    StoredFinding after = edit.apply(before, context.at());
                    if (after != null) {
                        results.add(new HubChange.Updated(before, after));
                    }
                }
                writer.write(tx, owner, results, List.of());
            }
        });
    }

    /** New values for findings as long as they match. */
    private record MatchingEdit(FindingFilter filter, FindingEdit edit) {
        @Nullable
        StoredFinding apply(StoredFinding before, Instant now) {
            return filter.matches(before.finding()) ? edit.apply(before, now) : null;
        }
    }

    private static FindingEdit edit(SchemaResult read) {
        return switch (read) {
            case SchemaResult.Valid(ObjectNode normal) -> new FindingEdit(normal);
            case SchemaResult.Invalid invalid ->
                throw HubRefusals.invalid(EditSchema.firstMember(invalid), invalid.text());
        };
    }
}
