// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection and the jOOQ context on it, opened when first needed and again after it was lost.
 *
 * <p>Confined to its {@link StoreThread}. Names are never quoted: SQLite takes a quoted name it does not know for a
 * text, which would hide every misspelt column.
 */
final class SqlConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqlConnection.class);
    private static final Settings SETTINGS = new Settings()
            .withRenderSchema(false)
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
            .withExecuteLogging(false)
            .withFetchWarnings(false);

    /** How a connection is opened. */
    interface Opening {
        Connection open() throws SQLException;
    }

    private record Session(Connection connection, DSLContext dsl) {}

    private final SqlPlatform platform;
    private final Opening opening;
    private @Nullable Session session;

    SqlConnection(SqlPlatform platform, Opening opening) {
        this.platform = platform;
        this.opening = opening;
    }

    /** The jOOQ context, on an open connection. */
    DSLContext dsl() throws SQLException {
        return session().dsl();
    }

    /** Executes a statement that controls the transaction. */
    void control(String sql) throws SQLException {
        execute(session(), sql);
    }

    /** Undoes the running transaction; a connection that cannot even do this is given up. */
    void rollback() {
        Session current = session;
        if (current != null) {
            try {
                execute(current, "ROLLBACK");
            } catch (SQLException failure) {
                LOG.atWarn().setCause(failure).log("store-connection-lost");
                close();
            }
        }
    }

    /** Closes the connection; the next use opens another. */
    @Override
    public void close() {
        Session current = session;
        session = null;
        if (current != null) {
            try {
                current.connection().close();
            } catch (SQLException failure) {
                LOG.atDebug().setCause(failure).log("store-connection-close-failed");
            }
        }
    }

    private Session session() throws SQLException {
        if (session == null) {
            var connection = new PreparedStatements(opening.open());
            session = new Session(connection, DSL.using(connection, platform.dialect(), SETTINGS));
        }
        return session;
    }

    private static void execute(Session session, String sql) throws SQLException {
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.execute();
        }
    }
}
