// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.OutOfPatienceException;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FilterParser;
import io.fleetward.hub.filter.FilterResult;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.filter.SortKey;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.OwnedFinding;
import io.fleetward.hub.finding.Retention;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Finds findings and tells their history. Thread-safe (hub, GetFindings; history). */
public final class FindingQueries {
    private static final int MAX_SORT_KEYS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_SPAN = Duration.ofDays(90);

    private final Transactions transactions;
    private final HubStores stores;
    private final Retention retention;

    public FindingQueries(Transactions transactions, HubStores stores, Retention retention) {
        this.transactions = transactions;
        this.stores = stores;
        this.retention = retention;
    }

    /** A field to sort by, as the client names it. */
    public record SortCriterion(String field, boolean isDescending) {}

    /**
     * The findings within the caller's sight that the filters match, archived ones included; null filters match all.
     *
     * @param sort what to sort by; empty for the latest first
     */
    public Page<Finding> find(
            CallContext context, @Nullable ObjectNode filters, List<SortCriterion> sort, PageRequest page) {
        var query = new FindingQuery(filter(context, filters), order(sort), PATIENCE);
        try {
            return transactions.read(tx -> {
                HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
                return stores.findings()
                        .search(tx, stores.scopes().of(tx, context.scope()), query, page)
                        .map(OwnedFinding::finding);
            });
        } catch (OutOfPatienceException tooMany) {
            throw HubRefusals.invalid(
                    sort.isEmpty() ? "Filters" : "SortCriteria",
                    "there are too many findings to be looked through within " + PATIENCE.toSeconds()
                            + " seconds: narrow the filters, or sort by UpdatedAt, SeverityLabel, Title or ProductName");
        }
    }

    /**
     * The findings that {@link #find} would find, in an order in which no change moves a finding: whoever reads page after
     * page meets each that matches all the while exactly once. A page may be short, or empty, and not the last.
     */
    public Page<Finding> walk(CallContext context, @Nullable ObjectNode filters, PageRequest page) {
        var walk = new FindingWalk(stores.findings(), filter(context, filters));
        return transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return walk.page(tx, stores.scopes().of(tx, context.scope()), page);
        });
    }

    /**
     * The changes of one finding, the latest first; none for an unknown finding. Of findings that several accounts in
     * sight keep under the same name it is the caller's own, or else that of the first account.
     */
    public Page<FindingChange> history(
            CallContext context, FindingIdentifier finding, HistoryWindow window, PageRequest page) {
        Instant end = window.end() == null ? context.at() : window.end();
        Instant start = window.start() == null ? end.minus(LONGEST_SPAN) : window.start();
        if (start.isAfter(end) || Duration.between(start, end).compareTo(LONGEST_SPAN) > 0) {
            throw HubRefusals.invalid("StartTime", "data.StartTime should be up to 90 days before data.EndTime");
        }
        Instant oldest = context.at().minus(retention.history());
        var span = new FindingHistory.Span(finding.key(), start.isBefore(oldest) ? oldest : start, end);
        return transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return stores.histories().list(tx, owner(tx, context.scope(), finding.key()), span, page);
        });
    }

    private AccountRegion owner(Tx tx, AccountRegion caller, FindingKey key) {
        List<AccountRegion> scopes = stores.scopes().of(tx, caller);
        if (scopes.size() == 1) {
            return caller;
        }
        var owners = stores.findings().find(tx, scopes, List.of(key)).keySet();
        return scopes.stream().filter(owners::contains).findFirst().orElse(caller);
    }

    /** The span of time asked for; an open end is now, an open start as early as possible. */
    public record HistoryWindow(
            @Nullable Instant start, @Nullable Instant end) {}

    static FindingFilter filter(CallContext context, @Nullable ObjectNode filters) {
        if (filters == null) {
            return FindingFilter.ALL;
        }
        return switch (new FilterParser(context.at()).parse(filters)) {
            case FilterResult.Parsed(FindingFilter filter) -> filter;
            case FilterResult.Refused refused -> throw HubRefusals.invalid("Filters", refused.problems());
        };
    }

    private static FindingOrder order(List<SortCriterion> sort) {
        if (sort.isEmpty()) {
            return FindingOrder.STANDARD;
        }
        if (sort.size() > MAX_SORT_KEYS) {
            String rule = "data.SortCriteria should NOT have more than " + MAX_SORT_KEYS + " items";
            throw HubRefusals.invalid("SortCriteria", rule);
        }
        var keys = new ArrayList<SortKey>();
        for (SortCriterion criterion : sort) {
            SortKey key = SortKey.of(criterion.field(), criterion.isDescending());
            if (key == null) {
                String rule = "data.SortCriteria[" + keys.size() + "].Field should name a single-valued field";
                throw HubRefusals.invalid("SortCriteria", rule);
            }
            keys.add(key);
        }
        if (keys.stream().noneMatch(key -> key.key() == FilterKey.UPDATED_AT)) {
            keys.add(new SortKey(FilterKey.UPDATED_AT, keys.getFirst().isDescending()));
        }
        return new FindingOrder(keys);
    }
}
