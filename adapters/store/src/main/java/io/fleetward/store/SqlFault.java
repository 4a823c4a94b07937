// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import io.fleetward.application.error.RetryableException;
import io.fleetward.application.error.TerminalException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Whose fault an SQL error is, and so what a caller is told. */
enum SqlFault {
    /** The statement: a violated constraint, a syntax error. The caller gets the exception as it is. */
    STATEMENT,
    /** The database, for now: full disk, lost connection. */
    PASSING,
    /** The database, until a person helps: a corrupt file. */
    LASTING;

    /** The exception a caller gets for what the work threw. */
    static Throwable translate(SqlPlatform platform, Throwable failure) {
        SQLException sql = causeOf(failure);
        if (sql == null) {
            return failure;
        }
        return switch (platform.classify(sql)) {
            case STATEMENT -> failure;
            case PASSING -> new RetryableException("the store is unavailable: " + sql.getMessage(), failure);
            case LASTING -> new TerminalException("the store is damaged: " + sql.getMessage(), failure);
        };
    }

    private static @Nullable SQLException causeOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
