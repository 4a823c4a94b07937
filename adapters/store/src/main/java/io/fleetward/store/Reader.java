// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import java.sql.SQLException;

/** Runs reads one after the other, each on one consistent state. Confined to its {@link StoreThread}. */
final class Reader {
    private final SqlPlatform platform;
    private final SqlConnection connection;

    Reader(SqlPlatform platform) {
        this.platform = platform;
        this.connection = new SqlConnection(platform, platform::openReader);
    }

    /** Runs the read and tells its caller. */
    void run(Job<?> job) {
        try {
            connection.control(platform.beginRead());
            job.run(connection.dsl());
        } catch (RuntimeException | Error | SQLException failure) {
            connection.rollback();
            job.fail(SqlFault.translate(platform, failure));
            return;
        }
        connection.rollback();
        job.succeed();
    }

    void close() {
        connection.close();
    }
}
