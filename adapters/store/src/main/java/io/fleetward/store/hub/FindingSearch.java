// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.hub.FindingTable.ACCOUNT;
import static io.fleetward.store.hub.FindingTable.DOCUMENT;
import static io.fleetward.store.hub.FindingTable.FINDING;
import static io.fleetward.store.hub.FindingTable.KEY;
import static io.fleetward.store.hub.FindingTable.REGION;

import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.filter.SortPosition;
import io.fleetward.hub.finding.OwnedFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.KeyedRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectOrderByStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One search for findings: reads candidates in order, piece by piece, and keeps those that the filter matches.
 *
 * <p>Good for one page, confined to its transaction. Where columns say everything, a piece is a page; else pieces are
 * larger and the search gives up at its bounds with what it has.
 *
 * <p>The database walks through all {@link SearchParts} at once and merges what it meets, which costs no more than the
 * page; for very many owners it collects and sorts instead.
 */
final class FindingSearch {
    private final DSLContext dsl;
    private final FindingQuery query;
    private final SearchBounds bounds;
    private final List<SearchPart> parts;
    private final FindingSorting sorting;
    private final List<OwnedFinding> found = new ArrayList<>();
    private @Nullable SortPosition at;
    private int candidates;
    private long characters;

    /** Where a candidate is kept. */
    private record Place(AccountRegion owner, String key) {
        static Place of(Record row) {
            return new Place(AccountRegion.of(row.get(ACCOUNT), row.get(REGION)), row.get(KEY));
        }
    }

    /** A document with its owner. */
    private record Candidate(AccountRegion owner, String document) {}

    FindingSearch(DSLContext dsl, Collection<AccountRegion> owners, FindingQuery query, SearchBounds bounds) {
        this.dsl = dsl;
        this.query = query;
        this.bounds = bounds;
        this.sorting = new FindingSorting(dsl.dialect(), query.order());
        this.parts = new SearchParts(dsl, query, bounds.lookup()).of(owners);
    }

    Page<OwnedFinding> page(PageRequest request) {
        at = request.after() == null ? null : SortPosition.parse(query.order(), request.after());
        int wanted = request.limit() + 1;
        boolean isExact = parts.stream().allMatch(SearchPart::isExact);
        int piece = isExact ? wanted : Math.max(bounds.piece(), wanted);
        while (isWithinBounds()) {
            List<Place> places = candidates(piece).fetch(Place::of);
            int seen = 0;
            while (seen < places.size() && isWithinBounds()) {
                int end = Math.min(places.size(), seen + bounds.documents());
                look(documents(places.subList(seen, end)), wanted);
                if (found.size() == wanted) {
                    found.removeLast();
                    return new Page<>(
                            found, query.order().positionOf(found.getLast()).text());
                }
                seen = end;
            }
            if (seen == places.size() && seen < piece) {
                return new Page<>(found, null);
            }
        }
        return new Page<>(found, Objects.requireNonNull(at).text());
    }

    private boolean isWithinBounds() {
        return candidates < bounds.candidates() && characters < bounds.characters();
    }

    /** Keeps those that match until there are as many as wanted. */
    private void look(List<Candidate> documents, int wanted) {
        for (Candidate document : documents) {
            var candidate = new OwnedFinding(document.owner(), FindingRow.finding(document.document()));
            if (query.filter().matches(candidate.finding())) {
                found.add(candidate);
            }
            if (found.size() == wanted) {
                return;
            }
            at = query.order().positionOf(candidate);
            candidates++;
            characters += document.document().length();
        }
    }

    /** The keys of the next candidates alone, which an index may answer. */
    Select<? extends Record> candidates(int limit) {
        List<Condition> ahead = parts.stream()
                .map(part -> part.after(at, query.order(), sorting))
                .filter(Objects::nonNull)
                .toList();
        if (ahead.size() <= 1) {
            return select(ahead.isEmpty() ? DSL.falseCondition() : ahead.getFirst(), List.of())
                    .orderBy(sorting.orderBy())
                    .limit(limit);
        }
        return ahead.stream()
                .map(condition -> select(condition, sorting.values()))
                .reduce(SelectOrderByStep::unionAll)
                .orElseThrow()
                .orderBy(sorting.orderByValues())
                .limit(limit);
    }

    private SelectOrderByStep<Record> select(Condition condition, List<Field<?>> values) {
        var columns = new ArrayList<Field<?>>(List.of(ACCOUNT, REGION, KEY));
        columns.addAll(values);
        return dsl.select(columns).from(FINDING).where(condition);
    }

    /** The documents at these places, in their order. */
    private List<Candidate> documents(List<Place> places) {
        var keys = new LinkedHashMap<AccountRegion, List<String>>();
        places.forEach(place ->
                keys.computeIfAbsent(place.owner(), first -> new ArrayList<>()).add(place.key()));
        Map<Place, String> documents = new HashMap<>();
        if (!places.isEmpty()) {
            dsl.select(ACCOUNT, REGION, KEY, DOCUMENT)
                    .from(FINDING)
                    .where(KeyedRows.in(KEY, keys))
                    .forEach(row -> documents.put(Place.of(row), row.get(DOCUMENT)));
        }
        return places.stream()
                .map(place -> new Candidate(place.owner(), Objects.requireNonNull(documents.get(place))))
                .toList();
    }
}
