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
import org.jspecify.annotations.Nullable;

/**
 * One search for findings: reads candidates in order, piece by piece, and keeps those that the filter matches.
 *
 * <p>Confined to one transaction. Where columns say everything, a piece is a page; else pieces are larger and the
 * search gives up after a bounded number of candidates with the page it has.
 */
final class FindingSearch {
    /** How many candidates that may not match are read at a time. */
    private static final int PIECE = 500;

    /** How many candidates one search looks at; about a second's worth. */
    private static final int MAX_CANDIDATES = 50_000;

    private final DSLContext dsl;
    private final FindingQuery query;
    private final FindingNarrowing narrowing;
    private final FindingSorting sorting;
    private final Condition inScope;

    FindingSearch(DSLContext dsl, AccountRegion scope, FindingQuery query) {
        this.dsl = dsl;
        this.query = query;
        this.narrowing = FindingNarrowing.of(scope, query.filter());
        this.sorting = new FindingSorting(dsl.dialect(), query.order());
        this.inScope = FindingTable.in(scope);
    }

    Page<Finding> page(PageRequest request) {
        var found = new ArrayList<Finding>();
        SortPosition at = request.after() == null ? null : SortPosition.parse(query.order(), request.after());
        int piece = narrowing.isExact() ? request.limit() + 1 : Math.max(PIECE, request.limit() + 1);
        for (int candidates = 0; candidates < MAX_CANDIDATES; candidates += piece) {
            List<Finding> read = read(at, piece);
            for (Finding candidate : read) {
                if (query.filter().matches(candidate)) {
                    if (found.size() == request.limit()) {
                        return new Page<>(found, place(found.getLast()));
                    }
                    found.add(candidate);
                }
            }
            if (read.size() < piece) {
                return new Page<>(found, null);
            }
            at = query.order().positionOf(read.getLast());
        }
        return new Page<>(found, Objects.requireNonNull(at).text());
    }

    private String place(Finding finding) {
        return query.order().positionOf(finding).text();
    }

    /** The keys first, which an index may answer alone, then the documents of those few. */
    private List<Finding> read(@Nullable SortPosition after, int limit) {
        Condition condition = inScope.and(narrowing.condition());
        List<String> keys = dsl.select(KEY)
                .from(FINDING)
                .where(after == null ? condition : condition.and(sorting.after(after)))
                .orderBy(sorting.orderBy())
                .limit(limit)
                .fetch(KEY);
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<String, String> documents = dsl.select(KEY, DOCUMENT)
                .from(FINDING)
                .where(inScope.and(KEY.in(keys)))
                .fetchMap(KEY, DOCUMENT);
        return keys.stream()
                .map(documents::get)
                .map(document -> FindingRow.finding(Objects.requireNonNull(document)))
                .toList();
    }
}
