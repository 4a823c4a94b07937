// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;

/**
 * Executes one statement for many rows: prepared once, sent together.
 *
 * <p>Values go to the driver as they are, so they have to be of the types that columns are made of: texts, whole
 * numbers, null. jOOQ's own batches ask every value for its binding, which costs more than storing it.
 */
public final class RowBatch {
    private RowBatch() {}

    /** Executes the statement once per row, whose values replace those it was written with. */
    public static void execute(DSLContext dsl, Query statement, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            String sql = dsl.render(statement);
            dsl.connection(connection -> execute(connection, sql, rows));
        }
    }

    private static void execute(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int position = 0; position < row.length; position++) {
                    prepared.setObject(position + 1, row[position]);
                }
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }
}
