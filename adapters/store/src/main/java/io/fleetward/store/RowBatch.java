// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;

/**
 * One statement for many rows: written once, prepared once, sent together. Thread-safe.
 *
 * <p>Values go to the driver as they are, so they have to be of the columns' types; those are texts, numbers, and null.
 * jOOQ's own batches ask every value for its binding, which costs more than storing it.
 *
 * <p>PostgreSQL is given rows to insert column by column, an array each: one text for any number of rows, which it plans
 * once, in place of thousands of parameters, which it would plan each time.
 */
public final class RowBatch {
    private final Function<DSLContext, Query> rowByRow;
    private final Function<DSLContext, Query> byColumns;
    private final List<Field<?>> columns;
    private final Map<SQLDialect, String> texts = new ConcurrentHashMap<>();

    private RowBatch(
            Function<DSLContext, Query> rowByRow, Function<DSLContext, Query> byColumns, List<Field<?>> columns) {
        this.rowByRow = rowByRow;
        this.byColumns = byColumns;
        this.columns = columns;
    }

    /** Inserts rows with these columns, none of which is there yet. */
    public static RowBatch insert(Table<Record> table, Collection<? extends Field<?>> columns) {
        return insert(table, columns, insert -> insert);
    }

    /**
     * Inserts rows with these columns.
     *
     * @param conflict says what becomes of rows that are there already
     */
    public static RowBatch insert(
            Table<Record> table,
            Collection<? extends Field<?>> columns,
            Function<InsertOnDuplicateStep<Record>, Query> conflict) {
        return new RowBatch(
                dsl -> conflict.apply(dsl.insertInto(table).columns(columns).values(new Object[columns.size()])),
                dsl -> conflict.apply(dsl.insertInto(table)
                        .columns(columns)
                        .select(select(columns.stream()
                                .map(column -> elements(dsl, column))
                                .toList()))),
                List.copyOf(columns));
    }

    /** Executes a statement once for each row, whose values replace those that it was written with. */
    public static RowBatch each(Function<DSLContext, Query> statement) {
        return new RowBatch(statement, statement, List.of());
    }

    /** Executes the statement for the rows; no two of them may have the same key. */
    public void execute(DSLContext dsl, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        boolean isByColumns = dsl.family() == SQLDialect.POSTGRES && !columns.isEmpty();
        Function<DSLContext, Query> statement = isByColumns ? byColumns : rowByRow;
        String text = texts.computeIfAbsent(dsl.dialect(), first -> dsl.render(statement.apply(dsl)));
        dsl.connection(connection -> {
            if (isByColumns) {
                executeOnce(connection, text, rows);
            } else {
                executeEach(connection, text, rows);
            }
        });
    }

    private void executeOnce(Connection connection, String text, List<Object[]> rows) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(text)) {
            for (int position = 0; position < columns.size(); position++) {
                var values = (Object[]) Array.newInstance(columns.get(position).getType(), rows.size());
                for (int row = 0; row < values.length; row++) {
                    values[row] = rows.get(row)[position];
                }
                prepared.setObject(position + 1, values);
            }
            prepared.executeUpdate();
        }
    }

    private static void executeEach(Connection connection, String text, List<Object[]> rows) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(text)) {
            for (Object[] row : rows) {
                for (int position = 0; position < row.length; position++) {
                    prepared.setObject(position + 1, row[position]);
                }
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }

    private static Field<?> elements(DSLContext dsl, Field<?> column) {
        return field("unnest(?::" + column.getDataType().getCastTypeName(dsl.configuration()) + "[])", (Object) null);
    }
}
