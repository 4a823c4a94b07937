// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commits in groups: takes whatever waits, runs each piece in a savepoint of its own, and pays for one commit.
 *
 * <p>Confined to the one writing {@link StoreThread} of a database. While the disk syncs one group the next one
 * gathers, so the more callers there are the cheaper each becomes, without anybody waiting on purpose.
 */
final class Writer {
    /** Bounds what a lost connection can undo at once, and how long the first of a group waits for the last. */
    static final int MAX_GROUP = 256;

    private final SqlPlatform platform;
    private final SqlConnection connection;

    Writer(SqlPlatform platform) {
        this.platform = platform;
        this.connection = new SqlConnection(platform, platform::openWriter);
    }

    /** Runs the group and tells every caller how it went; throws only what leaves the store unusable. */
    void commit(List<Job<?>> group) {
        List<Job<?>> done = new ArrayList<>(group.size());
        try {
            connection.dsl();
            for (Job<?> job : group) {
                if (attempt(job, group.size() > 1)) {
                    done.add(job);
                }
            }
            connection.commit();
        } catch (SQLException failure) {
            undo(group, failure);
            return;
        } catch (RuntimeException | Error failure) {
            undo(group, failure);
            throw failure;
        }
        done.forEach(Job::succeed);
    }

    /** Gives up the connection. */
    void close() {
        connection.close();
    }

    private boolean attempt(Job<?> job, boolean hasCompany) throws SQLException {
        if (hasCompany) {
            connection.control("SAVEPOINT job");
        }
        Throwable failure = run(job);
        if (failure != null) {
            takeBack(hasCompany);
            job.fail(SqlFault.translate(platform, failure));
            return false;
        }
        if (hasCompany) {
            connection.control("RELEASE SAVEPOINT job");
        }
        return true;
    }

    private @Nullable Throwable run(Job<?> job) throws SQLException {
        try {
            job.run(connection.dsl());
            return null;
        } catch (RuntimeException | Error failure) {
            return failure;
        }
    }

    private void takeBack(boolean hasCompany) throws SQLException {
        if (hasCompany) {
            connection.control("ROLLBACK TO SAVEPOINT job");
            connection.control("RELEASE SAVEPOINT job");
        } else {
            connection.rollback();
        }
    }

    /** The transaction as a whole failed: nobody's work is kept, a fresh connection starts the next group. */
    private void undo(List<Job<?>> group, Throwable failure) {
        connection.rollback();
        connection.close();
        Throwable told = SqlFault.translate(platform, failure);
        group.forEach(job -> job.fail(told));
    }
}
