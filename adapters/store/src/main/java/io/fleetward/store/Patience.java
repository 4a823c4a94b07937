// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import io.fleetward.application.store.OutOfPatienceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** Ends statements that take longer than somebody waits. A read that takes minutes would keep others waiting as well. */
public final class Patience {
    /** Steps of SQLite's machine between two looks at the clock: some milliseconds. */
    private static final int STEPS = 100_000;

    private static final String CANCELED_ON_POSTGRES = "57014";

    private Patience() {}

    /**
     * Runs the statements of a transaction, which has no use afterwards if they took too long.
     *
     * @throws OutOfPatienceException when they did
     */
    public static <T> T within(DSLContext dsl, Duration patience, Supplier<T> statements) {
        try {
            return dsl.family() == SQLDialect.SQLITE
                    ? onSqlite(dsl, patience, statements)
                    : onPostgres(dsl, patience, statements);
        } catch (DataAccessException failure) {
            throw isEnded(failure) ? new OutOfPatienceException(patience) : failure;
        }
    }

    private static <T> T onSqlite(DSLContext dsl, Duration patience, Supplier<T> statements) {
        long end = System.nanoTime() + patience.toNanos();
        var watch = new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() - end < 0 ? 0 : 1;
            }
        };
        dsl.connection(
                connection -> ProgressHandler.setHandler(connection.unwrap(SQLiteConnection.class), STEPS, watch));
        try {
            return statements.get();
        } finally {
            dsl.connection(connection -> ProgressHandler.clearHandler(connection.unwrap(SQLiteConnection.class)));
        }
    }

    private static <T> T onPostgres(DSLContext dsl, Duration patience, Supplier<T> statements) {
        dsl.execute("SET LOCAL statement_timeout = " + patience.toMillis());
        T result = statements.get();
        dsl.execute("SET LOCAL statement_timeout = 0");
        return result;
    }

    private static boolean isEnded(DataAccessException failure) {
        SQLException cause = failure.getCause(SQLException.class);
        return cause != null
                && (CANCELED_ON_POSTGRES.equals(cause.getSQLState())
                        || cause.getErrorCode() == SQLiteErrorCode.SQLITE_INTERRUPT.code);
    }
}
