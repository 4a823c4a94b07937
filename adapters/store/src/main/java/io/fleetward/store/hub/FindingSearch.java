// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.hub.FindingTable.DOCUMENT;
import static io.fleetward.store.hub.FindingTable.FINDING;
import static io.fleetward.store.hub.FindingTable.KEY;

import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.filter.SortPosition;
import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * One search for findings: reads candidates in order, piece by piece, and keeps those that the filter matches.
 *
 * <p>Good for one page, confined to its transaction. Where columns say everything, a piece is a page; else pieces are
 * larger and the search gives up at its bounds with what it has.
 */
final class FindingSearch {
    private final DSLContext dsl;
    private final FindingQuery query;
    private final SearchBounds bounds;
    private final FindingNarrowing narrowing;
    private final FindingSorting sorting;
    private final Condition inScope;
    private final List<Finding> found = new ArrayList<>();
    private @Nullable SortPosition at;
    private int candidates;
    private long characters;

    FindingSearch(DSLContext dsl, AccountRegion scope, FindingQuery query, SearchBounds bounds) {
        this.dsl = dsl;
        this.query = query;
        this.bounds = bounds;
        this.narrowing = FindingNarrowing.of(scope, query.filter());
        this.sorting = new FindingSorting(dsl.dialect(), query.order());
        this.inScope = FindingTable.in(scope);
    }

    Page<Finding> page(PageRequest request) {
        at = request.after() == null ? null : SortPosition.parse(query.order(), request.after());
        int wanted = request.limit() + 1;
        int piece = narrowing.isExact() ? wanted : Math.max(bounds.piece(), wanted);
        while (isWithinBounds()) {
            List<String> keys = keys(piece).fetch(KEY);
            int seen = 0;
            while (seen < keys.size() && isWithinBounds()) {
                int end = Math.min(keys.size(), seen + bounds.documents());
                look(documents(keys.subList(seen, end)), wanted);
                if (found.size() == wanted) {
                    found.removeLast();
                    return new Page<>(
                            found, query.order().positionOf(found.getLast()).text());
                }
                seen = end;
            }
            if (seen == keys.size() && seen < piece) {
                return new Page<>(found, null);
            }
        }
        return new Page<>(found, Objects.requireNonNull(at).text());
    }

    private boolean isWithinBounds() {
        return candidates < bounds.candidates() && characters < bounds.characters();
    }

    /** Keeps those that match until there are as many as wanted. */
    private void look(List<String> documents, int wanted) {
        for (String document : documents) {
            Finding candidate = FindingRow.finding(document);
            if (query.filter().matches(candidate)) {
                found.add(candidate);
            }
            if (found.size() == wanted) {
                return;
            }
            at = query.order().positionOf(candidate);
            candidates++;
            characters += document.length();
        }
    }

    /** The keys of the next candidates alone, which an index may answer. */
    Select<Record1<String>> keys(int limit) {
        Condition condition = inScope.and(narrowing.condition());
        return dsl.select(KEY)
                .from(FINDING)
                .where(at == null ? condition : condition.and(sorting.after(at)))
                .orderBy(sorting.orderBy())
                .limit(limit);
    }

    /** The documents with these keys, in their order. */
    private List<String> documents(List<String> keys) {
        Map<String, String> documents = dsl.select(KEY, DOCUMENT)
                .from(FINDING)
                .where(inScope.and(KEY.in(keys)))
                .fetchMap(KEY, DOCUMENT);
        return keys.stream()
                .map(documents::get)
                .map(document -> Objects.requireNonNull(document))
                .toList();
    }
}
