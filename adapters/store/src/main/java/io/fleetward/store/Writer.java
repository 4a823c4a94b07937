// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Commits in groups: takes whatever waits, runs each piece in a savepoint of its own, and pays for one commit.
 *
 * <p>Confined to the one writing {@link StoreThread} of a database. While the disk syncs one group the next one
 * gathers, so the more callers there are the cheaper each becomes, without anybody waiting on purpose.
 */
final class Writer {
    private final SqlPlatform platform;
    private final SqlConnection connection;
    private final LongAdder commits;

    Writer(SqlPlatform platform, LongAdder commits) {
        this.platform = platform;
        this.commits = commits;
        this.connection = new SqlConnection(platform, platform::openWriter);
    }

    /** Runs the group and tells every caller how it went; throws only what leaves the store unusable. */
    void commit(List<Job<?>> group) {
        List<Job<?>> done = new ArrayList<>(group.size());
        try {
            connection.control(platform.beginWrite());
            for (Job<?> job : group) {
                if (attempt(job)) {
                    done.add(job);
                }
            }
            connection.control("COMMIT");
        } catch (SQLException failure) {
            undo(group, failure);
            return;
        } catch (RuntimeException | Error failure) {
            undo(group, failure);
            throw failure;
        }
        commits.increment();
        done.forEach(Job::succeed);
    }

    /** Gives up the connection. */
    void close() {
        connection.close();
    }

    private boolean attempt(Job<?> job) throws SQLException {
        connection.control("SAVEPOINT job");
        Throwable failure = run(job);
        if (failure == null) {
            connection.control("RELEASE SAVEPOINT job");
            return true;
        }
        connection.control("ROLLBACK TO SAVEPOINT job");
        connection.control("RELEASE SAVEPOINT job");
        job.fail(SqlFault.translate(platform, failure));
        return false;
    }

    private @Nullable Throwable run(Job<?> job) throws SQLException {
        try {
            job.run(connection.dsl());
            return null;
        } catch (RuntimeException | Error failure) {
            return failure;
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
