// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.fleetward.hub.filter.FieldPath;
import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FilterType;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.SortKey;
import io.fleetward.hub.filter.SortPosition;
import io.fleetward.hub.filter.SortValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.SQLDialect;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** An order of findings in SQL: by columns where there are any, else by what stands in the document. */
record FindingSorting(SQLDialect dialect, FindingOrder order) {
    private static final String VALUE = "value_";
    private static final List<Field<String>> TIE_BREAKERS =
            List.of(FindingTable.KEY, FindingTable.ACCOUNT, FindingTable.REGION);
    private static final Set<FilterKey> NEVER_MISSING = Set.of(FilterKey.UPDATED_AT, FilterKey.CREATED_AT);

    /** What findings are sorted by before their key and owner: the columns of a part of a merged search. */
    List<Field<?>> values() {
        var values = new ArrayList<Field<?>>();
        for (SortKey key : order.keys()) {
            values.add(value(key).as(name(VALUE + values.size())));
        }
        return values;
    }

    /** The ORDER BY clause of a search of its own. */
    List<SortField<?>> orderBy() {
        return orderBy(order.keys().stream().map(this::value).toList());
    }

    /** The ORDER BY clause of a merged search, whose parts select {@link #values}. */
    List<SortField<?>> orderByValues() {
        var values = new ArrayList<Field<?>>();
        for (int i = 0; i < order.keys().size(); i++) {
            values.add(field(name(VALUE + i)));
        }
        return orderBy(values);
    }

    private List<SortField<?>> orderBy(List<? extends Field<?>> values) {
        var fields = new ArrayList<SortField<?>>();
        for (int i = 0; i < values.size(); i++) {
            fields.add(directed(values.get(i), order.keys().get(i).isDescending()));
        }
        TIE_BREAKERS.forEach(field -> fields.add(directed(field, order.isDescending())));
        return fields;
    }

    private static SortField<?> directed(Field<?> field, boolean isDescending) {
        return isDescending ? field.desc() : field.asc();
    }

    /**
     * What holds for the findings behind this place.
     *
     * @param same by how many keys, from the first, they are known to be equal to it
     */
    Condition after(SortPosition position, int same) {
        List<SortKey> keys = order.keys().subList(same, order.keys().size());
        var fields = new ArrayList<Field<?>>();
        var values = new ArrayList<Field<?>>();
        for (int i = same; i < order.keys().size(); i++) {
            fields.add(value(order.keys().get(i)));
            values.add(bound(position.values().get(i)));
        }
        fields.addAll(TIE_BREAKERS);
        values.add(val(position.fingerprint()));
        values.add(val(position.owner().account().value()));
        values.add(val(position.owner().region().value()));
        boolean isUniform = keys.stream().allMatch(key -> key.isDescending() == order.isDescending());
        if (isUniform) {
            return order.isDescending()
                    ? row(fields).lt(row(values))
                    : row(fields).gt(row(values));
        }
        return afterStepwise(keys, fields, values);
    }

    /** Fields of different directions: behind in one of them and equal in all before it. */
    private Condition afterStepwise(List<SortKey> keys, List<Field<?>> fields, List<Field<?>> values) {
        var any = new ArrayList<Condition>();
        for (int i = 0; i < fields.size(); i++) {
            Condition behind = noCondition();
            for (int j = 0; j < i; j++) {
                behind = behind.and(row(fields.subList(j, j + 1)).eq(row(values.subList(j, j + 1))));
            }
            boolean isDescending = i < keys.size() ? keys.get(i).isDescending() : order.isDescending();
            RowN field = row(fields.subList(i, i + 1));
            RowN value = row(values.subList(i, i + 1));
            any.add(behind.and(isDescending ? field.lt(value) : field.gt(value)));
        }
        return DSL.or(any);
    }

    private Field<?> value(SortKey sort) {
        FilterKey key = sort.key();
        if (key == FilterKey.SEVERITY_NORMALIZED) {
            return FindingTable.SEVERITY_NORMALIZED;
        }
        if (key.type() == FilterType.NUMBER) {
            return coalesce(number(key.path()), inline(SortKey.NO_NUMBER));
        }
        Field<Long> time = FilterColumns.TIMES.get(key);
        if (time != null) {
            return NEVER_MISSING.contains(key) ? time : coalesce(time, inline(SortKey.NO_TIME));
        }
        Field<String> column = FilterColumns.TEXTS.get(key);
        return column == null ? coalesce(text(key.path()), inline("")) : column;
    }

    private Field<?> bound(SortValue value) {
        return switch (value) {
            case SortValue.Text(String text) -> val(text, SQLDataType.CLOB);
            case SortValue.Numeric(double number) -> val(number, SQLDataType.DOUBLE);
            case SortValue.Time(long time) -> val(time, SQLDataType.BIGINT);
        };
    }

    private Field<Double> number(FieldPath path) {
        return isSqlite()
                ? field("json_extract({0}, {1})", SQLDataType.DOUBLE, FindingTable.DOCUMENT, inline(sqlitePath(path)))
                : field(
                        "({0}::jsonb #>> {1}::text[])::double precision",
                        SQLDataType.DOUBLE, FindingTable.DOCUMENT, inline(postgresPath(path)));
    }

    private Field<String> text(FieldPath path) {
        return isSqlite()
                ? field("json_extract({0}, {1})", SQLDataType.CLOB, FindingTable.DOCUMENT, inline(sqlitePath(path)))
                : field(
                        "({0}::jsonb #>> {1}::text[])",
                        SQLDataType.CLOB, FindingTable.DOCUMENT, inline(postgresPath(path)));
    }

    private boolean isSqlite() {
        return dialect.family() == SQLDialect.SQLITE;
    }

    private static String sqlitePath(FieldPath path) {
        return "$." + path;
    }

    private static String postgresPath(FieldPath path) {
        return path.steps().stream().map(FieldPath.Step::name).collect(Collectors.joining(",", "{", "}"));
    }
}
