// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.hub.FindingTable.FINDING;
import static io.fleetward.store.hub.FindingTable.FINDING_RESOURCE;
import static io.fleetward.store.hub.FindingTable.KEY;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.trueCondition;

import io.fleetward.hub.filter.AttributeFilter;
import io.fleetward.hub.filter.CodePoints;
import io.fleetward.hub.filter.Criterion;
import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.TextTest;
import io.fleetward.hub.filter.TextTest.Comparison;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Finds findings by how a text of theirs begins, where an index counts few of them. Where they are many, the next is never far
 * in whatever order, and nothing need be said.
 *
 * <p>Confined to one transaction.
 */
record FewByPrefix(DSLContext dsl, AccountRegion owner) {
    private static final int FEW = 5_000;
    private static final Map<FilterKey, Column> COLUMNS = Map.of(
            FilterKey.ID, new Column(FINDING, FindingTable.ID),
            FilterKey.GENERATOR_ID, new Column(FINDING, FindingTable.GENERATOR_ID),
            FilterKey.RESOURCE_ID, new Column(FINDING_RESOURCE, FindingTable.RESOURCE_ID));

    /** A column that an index has in order. */
    private record Column(Table<Record> table, Field<String> field) {}

    /** What holds for every finding that the filter matches. */
    Condition condition(FindingFilter filter) {
        Condition all = noCondition();
        for (AttributeFilter attribute : filter.attributes()) {
            Column column = COLUMNS.get(attribute.key());
            if (column != null && attribute.criterion() instanceof Criterion.Text(List<TextTest> tests)) {
                all = all.and(condition(column, tests));
            }
        }
        return all;
    }

    private Condition condition(Column column, List<TextTest> tests) {
        List<TextTest> wanted =
                tests.stream().filter(test -> !test.isNegative()).toList();
        boolean isOrdered = wanted.stream().noneMatch(test -> test.comparison() == Comparison.CONTAINS);
        boolean isPrefixed = wanted.stream().anyMatch(test -> test.comparison() == Comparison.PREFIX);
        if (!isOrdered || !isPrefixed) {
            return noCondition();
        }
        Condition found = FindingTable.in(owner)
                .and(DSL.or(
                        wanted.stream().map(test -> hits(column.field(), test)).toList()));
        int count =
                dsl.fetchCount(dsl.selectOne().from(column.table()).where(found).limit(FEW + 1));
        return count > FEW
                ? noCondition()
                : KEY.in(DSL.select(KEY).from(column.table()).where(found));
    }

    private static Condition hits(Field<String> field, TextTest test) {
        if (test.comparison() == Comparison.EQUALS) {
            return field.eq(test.value());
        }
        String behind = CodePoints.behindAllThatBeginWith(test.value());
        return behind.isEmpty() ? trueCondition() : field.ge(test.value()).and(field.lt(behind));
    }
}
