// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.hub.FindingTable.DOCUMENT;
import static io.fleetward.store.hub.FindingTable.FINDING;
import static io.fleetward.store.hub.FindingTable.FINDING_RESOURCE;
import static io.fleetward.store.hub.FindingTable.GENERATOR_ID;
import static io.fleetward.store.hub.FindingTable.KIND;
import static io.fleetward.store.hub.FindingTable.RESOURCE_ID;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;

import io.fleetward.application.hub.FindingGroups.Question;
import io.fleetward.application.hub.TooManyGroupsException;
import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.insight.FindingGroup;
import io.fleetward.hub.insight.FindingSketch;
import io.fleetward.hub.insight.GroupCounts;
import io.fleetward.kernel.AccountRegion;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * One count of the findings of some owners: judges kinds first, and looks at findings one by one only as far as kinds leave something open.
 *
 * <p>Good for one answer, confined to its transaction. What it costs grows with the number of kinds where they say
 * everything; with the number of findings, but within an index, where rules, titles or resources are counted; and with
 * the number of documents that kinds and columns leave to be read otherwise.
 *
 * @param selection the kinds that may match and hold a value
 * @param isComplete whether every finding has a kind
 */
record FindingCount(
        DSLContext dsl, List<AccountRegion> owners, Question question, KindSelection selection, boolean isComplete) {
    private static final Field<Long> FINDINGS = field(name("findings"), SQLDataType.BIGINT);
    private static final Field<String> VALUE = field(name("value"), SQLDataType.CLOB);

    /** Keys by which findings are found quicker than by their kinds. */
    private static final Set<FilterKey> INDEXED =
            EnumSet.of(FilterKey.ID, FilterKey.GENERATOR_ID, FilterKey.RESOURCE_ID, FilterKey.UPDATED_AT);

    /** Keys that the index by kind has in order within each kind. */
    private static final Set<FilterKey> IN_ORDER = EnumSet.of(FilterKey.GENERATOR_ID, FilterKey.TITLE);

    private static final int LOOKUP = SearchBounds.STANDARD.lookup();

    private static final int ROWS_AT_A_TIME = 200;

    static FindingCount of(DSLContext dsl, List<AccountRegion> owners, Question question) {
        FindingFilter decided = FindingSketch.decided(question.filter());
        var selection = KindSelection.of(
                dsl,
                owners,
                FindingKinds.of(dsl, owners),
                sketch -> sketch.mayHave(question.by().key()) && sketch.matches(decided));
        return new FindingCount(dsl, owners, question, selection, KindSelection.isComplete(dsl, owners));
    }

    /** The largest groups. */
    List<FindingGroup> largest(long mostCharacters) {
        FindingFilter open = FindingSketch.undecided(question.filter());
        FilterKey key = question.by().key();
        if (!isComplete) {
            return ofDocuments(open, mostCharacters);
        }
        if (open.attributes().isEmpty() && FindingSketch.keeps(key)) {
            return ofKinds();
        }
        if (open.attributes().isEmpty() && key == FilterKey.RESOURCE_ID && !selection.isFew(LOOKUP)) {
            return ofResources();
        }
        Field<String> column = FilterColumns.TEXTS.get(key);
        if (column != null && FindingNarrowing.of(owners, open).isExact()) {
            return ofColumn(column, open);
        }
        return ofDocuments(open, mostCharacters);
    }

    private List<FindingGroup> ofKinds() {
        var counts = new GroupCounts();
        selection
                .kinds()
                .forEach(kind -> counts.add(question.by().valuesIn(kind.sketch().document()), kind.findings()));
        return counts.largest(question.limit());
    }

    private List<FindingGroup> ofResources() {
        return largest(
                dsl.select(RESOURCE_ID.as(VALUE), count().cast(Long.class).as(FINDINGS))
                        .from(FINDING_RESOURCE)
                        .where(FindingTable.in(owners))
                        .and(selection.isMarked())
                        .groupBy(RESOURCE_ID)
                        .asTable("resource"));
    }

    private List<FindingGroup> ofColumn(Field<String> column, FindingFilter open) {
        return isIndexed(open)
                        || isOfSeveral()
                        || !IN_ORDER.contains(question.by().key())
                ? ofColumn(unindexed(column), open, List.of())
                : ofColumn(column, open, List.of(KIND, GENERATOR_ID));
    }

    /** Counts first within each of the columns, in the order of an index on them, then over all. */
    private List<FindingGroup> ofColumn(Field<String> column, FindingFilter open, List<Field<?>> within) {
        var groups = new LinkedHashSet<Field<?>>(within);
        groups.add(column);
        var parts = dsl.select(column.as(VALUE), count().cast(Long.class).as(FINDINGS))
                .from(FINDING)
                .where(FindingTable.in(owners))
                .and(FindingNarrowing.of(owners, open).condition())
                .and(selection.isFew(LOOKUP) && !isIndexed(open) ? selection.isAmongThem() : selection.isMarked())
                .groupBy(groups);
        return largest(dsl.select(VALUE, sum(FINDINGS).cast(Long.class).as(FINDINGS))
                .from(parts.asTable("part"))
                .where(VALUE.ne(""))
                .groupBy(VALUE)
                .asTable("whole"));
    }

    private List<FindingGroup> largest(Table<? extends Record> groups) {
        return dsl.select(VALUE, FINDINGS)
                .from(groups)
                .orderBy(FINDINGS.desc(), VALUE)
                .limit(question.limit())
                .fetch(row -> new FindingGroup(row.value1(), row.value2()));
    }

    private List<FindingGroup> ofDocuments(FindingFilter open, long mostCharacters) {
        var counts = new GroupCounts();
        try (Cursor<Record1<String>> documents =
                documents(open).fetchSize(ROWS_AT_A_TIME).fetchLazy()) {
            for (Record1<String> row : documents) {
                Finding finding = FindingRow.finding(row.value1());
                if (question.filter().matches(finding)) {
                    counts.add(question.by().valuesIn(finding.document()), 1);
                }
                if (counts.characters() > mostCharacters) {
                    throw new TooManyGroupsException(question.by().key().wireName());
                }
            }
        }
        return counts.largest(question.limit());
    }

    private Select<Record1<String>> documents(FindingFilter open) {
        Condition ofKinds = isIndexed(open) ? selection.isMarked() : selection.isAmongThem();
        return dsl.select(DOCUMENT)
                .from(FINDING)
                .where(FindingTable.in(owners))
                .and(FindingNarrowing.of(owners, open).condition())
                .and(isComplete ? ofKinds : ofKinds.or(KIND.isNull()));
    }

    private static boolean isIndexed(FindingFilter open) {
        return open.attributes().stream().anyMatch(attribute -> INDEXED.contains(attribute.key()));
    }

    /** The same value; but databases choose no index to have it in order. */
    private static Field<String> unindexed(Field<String> column) {
        return field("({0} || '')", SQLDataType.CLOB, column);
    }

    private boolean isOfSeveral() {
        return owners.size() > 1;
    }
}
