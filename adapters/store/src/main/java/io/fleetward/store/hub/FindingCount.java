// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.hub.FindingTable.ACCOUNT;
import static io.fleetward.store.hub.FindingTable.DOCUMENT;
import static io.fleetward.store.hub.FindingTable.FINDING;
import static io.fleetward.store.hub.FindingTable.FINDING_RESOURCE;
import static io.fleetward.store.hub.FindingTable.GENERATOR_ID;
import static io.fleetward.store.hub.FindingTable.KIND;
import static io.fleetward.store.hub.FindingTable.REGION;
import static io.fleetward.store.hub.FindingTable.RESOURCE_ID;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import io.fleetward.application.hub.FindingGroups.Question;
import io.fleetward.application.hub.TooManyGroupsException;
import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.insight.FindingGroup;
import io.fleetward.hub.insight.FindingSketch;
import io.fleetward.hub.insight.GroupCounts;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.hub.FindingKinds.Kind;
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
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One count of the findings of some owners: judges kinds first, and looks at findings one by one only as far as kinds leave something open.
 *
 * <p>Good for one answer, confined to its transaction. What it costs grows with the number of kinds where they say
 * everything; with the number of findings, but within an index, where rules, titles or resources are counted; and with
 * the number of documents that kinds and columns leave to be read otherwise.
 *
 * @param kinds the kinds that may match and hold a value
 * @param isWhole whether these are all kinds there are
 * @param isFew whether findings of these kinds are so few that passing over all others costs more than looking at them
 * @param isComplete whether every finding has a kind
 */
record FindingCount(
        DSLContext dsl,
        List<AccountRegion> owners,
        Question question,
        List<Kind> kinds,
        boolean isWhole,
        boolean isFew,
        boolean isComplete) {
    private static final Field<Long> FINDINGS = field(name("findings"), SQLDataType.BIGINT);
    private static final Field<String> VALUE = field(name("value"), SQLDataType.CLOB);

    /** Keys by which findings are found quicker than by their kinds. */
    private static final Set<FilterKey> INDEXED =
            EnumSet.of(FilterKey.ID, FilterKey.GENERATOR_ID, FilterKey.RESOURCE_ID, FilterKey.UPDATED_AT);

    /** Keys that the index by kind has in order within each kind. */
    private static final Set<FilterKey> IN_ORDER = EnumSet.of(FilterKey.GENERATOR_ID, FilterKey.TITLE);

    /** Looking up a row costs about as much as passing over so many. */
    private static final int LOOKUP = 100;

    private static final int ROWS_AT_A_TIME = 200;

    private static final String AMONG_ON_SQLITE = """
            ({0}, {1}, {2}) in (
              select json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]')
              from json_each({3}))""";
    private static final String AMONG_ON_POSTGRES = """
            ({0}, {1}, {2}) in (
              select numbered ->> 0, numbered ->> 1, (numbered ->> 2)::integer
              from jsonb_array_elements({3}::jsonb) as given(numbered))""";

    static FindingCount of(DSLContext dsl, List<AccountRegion> owners, Question question) {
        FindingFilter decided = FindingSketch.decided(question.filter());
        List<Kind> all = FindingKinds.of(dsl, owners);
        List<Kind> kinds = all.stream()
                .filter(kind -> kind.sketch().mayHave(question.by().key()))
                .filter(kind -> kind.sketch().matches(decided))
                .toList();
        boolean isWhole = kinds.size() == all.size();
        boolean isFew = findings(kinds) * LOOKUP < findings(all);
        boolean isComplete = !dsl.fetchExists(
                dsl.selectOne().from(FINDING).where(FindingTable.in(owners)).and(KIND.isNull()));
        return new FindingCount(dsl, owners, question, kinds, isWhole, isFew, isComplete);
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
        if (open.attributes().isEmpty() && key == FilterKey.RESOURCE_ID && !isFew) {
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
        kinds.forEach(kind -> counts.add(question.by().valuesIn(kind.sketch().document()), kind.findings()));
        return counts.largest(question.limit());
    }

    private List<FindingGroup> ofResources() {
        return largest(
                dsl.select(RESOURCE_ID.as(VALUE), count().cast(Long.class).as(FINDINGS))
                        .from(FINDING_RESOURCE)
                        .where(FindingTable.in(owners))
                        .and(isMarked())
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
                .and(isFew && !isIndexed(open) ? isAmongKinds() : isMarked())
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
        Condition ofKinds = isIndexed(open) ? isMarked() : isAmongKinds();
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

    /** Whether a row is of one of the kinds, for finding such rows through an index. */
    private Condition isAmongKinds() {
        if (isOfSeveral()) {
            return isAmongKindsOfOwners();
        }
        var numbers = JsonNodeFactory.instance.arrayNode();
        kinds.forEach(kind -> numbers.add(kind.number()));
        Field<String> list = val(numbers.toString(), SQLDataType.CLOB);
        return isSqlite()
                ? condition("{0} in (select value from json_each({1}))", KIND, list)
                : condition("{0} in (select jsonb_array_elements_text({1}::jsonb)::integer)", KIND, list);
    }

    /** The same of several owners, each of which numbers kinds for itself. */
    private Condition isAmongKindsOfOwners() {
        if (isWhole) {
            return trueCondition();
        }
        var numbers = JsonNodeFactory.instance.arrayNode();
        kinds.forEach(kind -> numbers.addArray()
                .add(kind.owner().account().value())
                .add(kind.owner().region().value())
                .add(kind.number()));
        Field<String> list = val(numbers.toString(), SQLDataType.CLOB);
        String among = isSqlite() ? AMONG_ON_SQLITE : AMONG_ON_POSTGRES;
        return condition(among, ACCOUNT, REGION, KIND, list);
    }

    /** Whether a row is of one of the kinds, for passing over rows quickly: looks into a byte for each kind. */
    private Condition isMarked() {
        if (isOfSeveral()) {
            return isAmongKindsOfOwners();
        }
        int last = kinds.stream().mapToInt(Kind::number).max().orElse(0);
        byte[] marks = new byte[last + 1];
        kinds.forEach(kind -> marks[kind.number()] = 1);
        Field<byte[]> bytes = val(marks, SQLDataType.BLOB);
        return isSqlite()
                ? condition("substr({0}, {1} + 1, 1) = x'01'", bytes, KIND)
                : condition("case when {1} < length({0}) then get_byte({0}, {1}) = 1 else false end", bytes, KIND);
    }

    private boolean isOfSeveral() {
        return owners.size() > 1;
    }

    private boolean isSqlite() {
        return dsl.family() == SQLDialect.SQLITE;
    }

    private static long findings(List<Kind> kinds) {
        return kinds.stream().mapToLong(Kind::findings).sum();
    }
}
