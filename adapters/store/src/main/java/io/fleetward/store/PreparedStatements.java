// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jooq.tools.jdbc.DefaultPreparedStatement;
import org.jspecify.annotations.Nullable;

/**
 * A connection that keeps the statements it prepared, because the same few come again and again and SQLite takes as
 * long to prepare one as to run it.
 *
 * <p>Confined to its {@link StoreThread}, as every connection is. A statement in use is never handed out twice, and one
 * that failed beyond use is not kept. Whoever closes a statement has closed its results before.
 */
final class PreparedStatements extends DefaultConnection {
    /** More than the product has statements of fixed text. */
    static final int MOST_KEPT = 256;

    /** Longer texts are lists of values, which hardly come twice. */
    static final int LONGEST_KEPT = 4096;

    private final SequencedMap<String, PreparedStatement> idle = new LinkedHashMap<>(16, 0.75f, true);

    PreparedStatements(Connection connection) {
        super(connection);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept == null ? getDelegate().prepareStatement(sql) : kept;
        return sql.length() > LONGEST_KEPT ? statement : new Lent(sql, statement);
    }

    private void takeBack(String sql, PreparedStatement statement) throws SQLException {
        if (!isReusable(statement)) {
            statement.close();
            return;
        }
        close(idle.put(sql, statement));
        if (idle.size() > MOST_KEPT) {
            close(idle.pollFirstEntry().getValue());
        }
    }

    /** SQLite gives up the statement itself when a run of it fails, which only its next use tells. */
    private static boolean isReusable(PreparedStatement statement) {
        try {
            statement.clearParameters();
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    private static void close(@Nullable PreparedStatement statement) throws SQLException {
        if (statement != null) {
            statement.close();
        }
    }

    /** A statement in use; closing it hands it back. */
    private final class Lent extends DefaultPreparedStatement {
        private final String sql;
        private boolean isBack;

        Lent(String sql, PreparedStatement statement) {
            super(statement, PreparedStatements.this);
            this.sql = sql;
        }

        @Override
        public void close() throws SQLException {
            if (!isBack) {
                isBack = true;
                takeBack(sql, getDelegatePreparedStatement());
            }
        }
    }
}
