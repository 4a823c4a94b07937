// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static java.util.stream.Collectors.groupingBy;

import io.fleetward.hub.filter.AttributeFilter;
import io.fleetward.hub.filter.Criterion;
import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.filter.SortKey;
import io.fleetward.hub.filter.SortValue;
import io.fleetward.hub.filter.TextTest;
import io.fleetward.hub.insight.FindingSketch;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.hub.FindingKinds.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Takes a search apart so that the database has each part in order, and passes over little in any.
 *
 * <p>Indices are in order within one owner, so each owner is a part. What no index serves, kinds do: by their counts it is
 * known beforehand that a filter leaves few findings, or none, which are then found by their kinds; and where the order
 * begins with an attribute of few values, each value is a part, in the order of what comes next.
 *
 * <p>Confined to one transaction.
 */
record SearchParts(DSLContext dsl, FindingQuery query, int lookup) {
    /** Each makes the statement some tenths of a millisecond longer to plan; SQLite merges at most 500. */
    private static final int MOST_MERGED = 64;

    /** Judging more takes longer than it may save. */
    private static final int MOST_KINDS = 5_000;

    /** Keys for which indices, or columns within them, are enough. */
    private static final Set<FilterKey> SERVED = EnumSet.of(
            FilterKey.RECORD_STATE,
            FilterKey.WORKFLOW_STATUS,
            FilterKey.SEVERITY_LABEL,
            FilterKey.SEVERITY_NORMALIZED,
            FilterKey.TITLE,
            FilterKey.UPDATED_AT);

    /** Keys that leave few findings by themselves. */
    private static final Set<FilterKey> SELECTIVE =
            EnumSet.of(FilterKey.ID, FilterKey.RESOURCE_ID, FilterKey.GENERATOR_ID);

    /** Keys of few values that no index has in order. */
    private static final Set<FilterKey> OF_FEW_VALUES = EnumSet.of(
            FilterKey.RECORD_STATE,
            FilterKey.COMPLIANCE_STATUS,
            FilterKey.VERIFICATION_STATE,
            FilterKey.PRODUCT_ARN,
            FilterKey.COMPANY_NAME,
            FilterKey.AWS_ACCOUNT_ID);

    /** The parts of a search for findings of these owners; at least one, which may have nothing. */
    List<SearchPart> of(Collection<AccountRegion> owners) {
        if (owners.size() > MOST_MERGED) {
            return List.of(merged(owners));
        }
        boolean isSplit = isSplit();
        if (!(isSplit || isServedByKinds(query.filter())) || !hasUsefulKinds(owners)) {
            return owners.stream().map(this::part).toList();
        }
        Map<AccountRegion, List<Kind>> kinds =
                FindingKinds.of(dsl, owners).stream().collect(groupingBy(Kind::owner));
        var parts = new ArrayList<SearchPart>();
        kinds.forEach((owner, all) -> parts.addAll(isSplit ? byValue(owner, all) : byKind(owner, all)));
        if (parts.size() > MOST_MERGED) {
            return owners.stream().map(this::part).toList();
        }
        return parts.isEmpty() ? List.of(SearchPart.nothing()) : List.copyOf(parts);
    }

    private SearchPart part(AccountRegion owner) {
        SearchPart part = merged(List.of(owner));
        Condition few = new FewByPrefix(dsl, owner).condition(query.filter());
        return new SearchPart(part.condition().and(few), part.isExact(), null);
    }

    private SearchPart merged(Collection<AccountRegion> owners) {
        var narrowing = FindingNarrowing.of(owners, query.filter());
        return new SearchPart(FindingTable.in(owners).and(narrowing.condition()), narrowing.isExact(), null);
    }

    private List<SearchPart> byKind(AccountRegion owner, List<Kind> all) {
        KindSelection selection = selection(owner, all, sketch -> true);
        return selection.isEmpty() ? List.of() : List.of(within(part(owner), selection));
    }

    /** A part for each value of the first key. */
    private List<SearchPart> byValue(AccountRegion owner, List<Kind> all) {
        SortKey key = query.order().keys().getFirst();
        List<SortValue> values =
                all.stream().map(kind -> kind.sketch().valueOf(key)).distinct().toList();
        SearchPart whole = part(owner);
        if (values.size() > MOST_MERGED) {
            return List.of(whole);
        }
        Field<String> column = Objects.requireNonNull(FilterColumns.TEXTS.get(key.key()));
        var parts = new ArrayList<SearchPart>();
        for (SortValue one : values) {
            KindSelection selection =
                    selection(owner, all, sketch -> sketch.valueOf(key).equals(one));
            if (!selection.isEmpty()) {
                Condition condition = whole.condition().and(column.eq(one.text()));
                parts.add(within(new SearchPart(condition, whole.isExact(), one), selection));
            }
        }
        return parts;
    }

    private KindSelection selection(AccountRegion owner, List<Kind> all, Predicate<FindingSketch> isOfPart) {
        return KindSelection.of(
                dsl, List.of(owner), all, sketch -> isOfPart.test(sketch) && sketch.mayMatch(query.filter()));
    }

    private SearchPart within(SearchPart part, KindSelection selection) {
        return selection.isFew(lookup)
                ? new SearchPart(part.condition().and(selection.isAmongThem()), part.isExact(), part.first())
                : part;
    }

    private boolean hasUsefulKinds(Collection<AccountRegion> owners) {
        return FindingKinds.areAtMost(dsl, owners, MOST_KINDS) && KindSelection.isComplete(dsl, owners);
    }

    private boolean isSplit() {
        List<SortKey> keys = query.order().keys();
        return !keys.isEmpty() && OF_FEW_VALUES.contains(keys.getFirst().key()) && !names(query.filter(), SELECTIVE);
    }

    private static boolean isServedByKinds(FindingFilter filter) {
        return !names(filter, SELECTIVE)
                && filter.attributes().stream()
                        .anyMatch(attribute -> !isServed(attribute) && FindingSketch.tellsOf(attribute.key()));
    }

    private static boolean isServed(AttributeFilter attribute) {
        if (attribute.key() == FilterKey.PRODUCT_NAME) {
            return attribute.criterion() instanceof Criterion.Text(List<TextTest> tests)
                    && tests.stream().allMatch(test -> test.comparison() == TextTest.Comparison.EQUALS);
        }
        return SERVED.contains(attribute.key());
    }

    private static boolean names(FindingFilter filter, Set<FilterKey> keys) {
        return filter.attributes().stream().anyMatch(attribute -> keys.contains(attribute.key()));
    }
}
