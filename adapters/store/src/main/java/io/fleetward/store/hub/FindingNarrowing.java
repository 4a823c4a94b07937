// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.hub.FindingTable.ACCOUNT;
import static io.fleetward.store.hub.FindingTable.FINDING_RESOURCE;
import static io.fleetward.store.hub.FindingTable.KEY;
import static io.fleetward.store.hub.FindingTable.REGION;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.substring;

import io.fleetward.hub.filter.AttributeFilter;
import io.fleetward.hub.filter.Criterion;
import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.NumberRange;
import io.fleetward.hub.filter.TextTest;
import io.fleetward.hub.filter.TextTest.Comparison;
import io.fleetward.hub.filter.TimeRange;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says about columns: a condition that every matching finding meets.
 *
 * <p>Texts are compared without LIKE, which knows wildcards and, in SQLite, no case.
 *
 * @param isExact whether every finding that meets the condition also matches the filter
 */
record FindingNarrowing(Condition condition, boolean isExact) {
    /** Translates as much of the filter as there are columns for. */
    static FindingNarrowing of(Collection<AccountRegion> owners, FindingFilter filter) {
        Condition all = noCondition();
        boolean isExact = true;
        for (AttributeFilter attribute : filter.attributes()) {
            FindingNarrowing one = of(owners, attribute);
            all = all.and(one.condition());
            isExact &= one.isExact();
        }
        return new FindingNarrowing(all, isExact);
    }

    private static FindingNarrowing of(Collection<AccountRegion> owners, AttributeFilter attribute) {
        FilterKey key = attribute.key();
        Field<String> text = FilterColumns.TEXTS.get(key);
        Field<String> list = FilterColumns.LISTS.get(key);
        Field<Long> time = FilterColumns.TIMES.get(key);
        return switch (attribute.criterion()) {
            case Criterion.Text(List<TextTest> tests) when text != null -> exact(text(text, tests));
            case Criterion.Text(List<TextTest> tests) when list != null -> list(owners, key, list, tests);
            case Criterion.Time(List<TimeRange> ranges) when time != null -> exact(times(time, ranges));
            case Criterion.Numeric(List<NumberRange> ranges)
            when key == FilterKey.SEVERITY_NORMALIZED ->
                exact(numbers(FindingTable.SEVERITY_NORMALIZED.cast(Double.class), ranges));
            case Criterion.Text other -> NOTHING_KNOWN;
            case Criterion.Time other -> NOTHING_KNOWN;
            case Criterion.Numeric other -> NOTHING_KNOWN;
            case Criterion.Pairs other -> NOTHING_KNOWN;
            case Criterion.Address other -> NOTHING_KNOWN;
            case Criterion.Flag other -> NOTHING_KNOWN;
            case Criterion.Keyword other -> NOTHING_KNOWN;
        };
    }

    private static final FindingNarrowing NOTHING_KNOWN = new FindingNarrowing(noCondition(), false);

    private static FindingNarrowing exact(Condition condition) {
        return new FindingNarrowing(condition, true);
    }

    private static Condition text(Field<String> column, List<TextTest> tests) {
        var wanted = new ArrayList<Condition>();
        var equal = new ArrayList<String>();
        Condition excluded = noCondition();
        for (TextTest test : tests) {
            if (test.comparison() == Comparison.EQUALS) {
                equal.add(test.value());
            } else if (test.isNegative()) {
                excluded = excluded.and(DSL.not(hits(column, test)));
            } else {
                wanted.add(hits(column, test));
            }
        }
        if (!equal.isEmpty()) {
            wanted.add(column.in(equal));
        }
        return wanted.isEmpty() ? excluded : DSL.or(wanted).and(excluded);
    }

    private static Condition hits(Field<String> column, TextTest test) {
        String value = test.value();
        return switch (test.comparison()) {
            case EQUALS, NOT_EQUALS -> column.eq(value);
            case PREFIX, PREFIX_NOT_EQUALS ->
                substring(column, 1, value.codePointCount(0, value.length())).eq(value);
            case CONTAINS, NOT_CONTAINS -> position(column, value).gt(0);
        };
    }

    /** Texts in a list; values that could be mistaken for others only narrow, and exclude nothing. */
    private static FindingNarrowing list(
            Collection<AccountRegion> owners, FilterKey key, Field<String> column, List<TextTest> tests) {
        boolean isExact = true;
        var wanted = new ArrayList<Condition>();
        Condition excluded = noCondition();
        for (TextTest test : tests) {
            boolean isUnmistakable = TextList.isUnmistakable(test.value());
            isExact &= isUnmistakable;
            if (!test.isNegative()) {
                boolean isResource = key == FilterKey.RESOURCE_ID && test.comparison() == Comparison.EQUALS;
                wanted.add(isResource ? isAbout(owners, test.value()) : listHits(column, test));
            } else if (isUnmistakable) {
                excluded = excluded.and(DSL.not(listHits(column, test)));
            }
        }
        return new FindingNarrowing(wanted.isEmpty() ? excluded : DSL.or(wanted).and(excluded), isExact);
    }

    private static Condition listHits(Field<String> column, TextTest test) {
        String value = TextList.escape(test.value());
        String part = switch (test.comparison()) {
            case EQUALS, NOT_EQUALS -> TextList.SEPARATOR + value + TextList.SEPARATOR;
            case PREFIX, PREFIX_NOT_EQUALS -> TextList.SEPARATOR + value;
            case CONTAINS, NOT_CONTAINS -> value;
        };
        return position(column, part).gt(0);
    }

    private static Condition isAbout(Collection<AccountRegion> owners, String resourceId) {
        Condition resource = FindingTable.in(owners).and(FindingTable.RESOURCE_ID.eq(resourceId));
        if (owners.size() == 1) {
            return KEY.in(select(KEY).from(FINDING_RESOURCE).where(resource));
        }
        return row(ACCOUNT, REGION, KEY)
                .in(select(ACCOUNT, REGION, KEY).from(FINDING_RESOURCE).where(resource));
    }

    private static Condition times(Field<Long> column, List<TimeRange> ranges) {
        var any = new ArrayList<Condition>();
        for (TimeRange range : ranges) {
            any.add(column.isNotNull().and(bound(range.from(), column::ge)).and(bound(range.to(), column::le)));
        }
        return DSL.or(any);
    }

    private static Condition bound(@Nullable Instant bound, java.util.function.Function<Long, Condition> comparison) {
        return bound == null ? noCondition() : comparison.apply(bound.toEpochMilli());
    }

    private static Condition numbers(Field<Double> column, List<NumberRange> ranges) {
        var any = new ArrayList<Condition>();
        for (NumberRange range : ranges) {
            any.add(column.isNotNull()
                    .and(range.gte() == null ? noCondition() : column.ge(range.gte()))
                    .and(range.lte() == null ? noCondition() : column.le(range.lte()))
                    .and(range.eq() == null ? noCondition() : column.eq(range.eq()))
                    .and(range.gt() == null ? noCondition() : column.gt(range.gt()))
                    .and(range.lt() == null ? noCondition() : column.lt(range.lt())));
        }
        return DSL.or(any);
    }
}
