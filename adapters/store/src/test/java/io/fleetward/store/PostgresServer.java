// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The real PostgreSQL that the tests of this process share; started at first use, stopped with the process. */
final class PostgresServer {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private PostgresServer() {}

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();
    }

    /** Executes a statement on the server's own database, for example to create another. */
    static void administer(String sql) {
        StoreLocation.Postgres server = location("postgres");
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    static StoreLocation.Postgres location(String database) {
        return new StoreLocation.Postgres(Running.SERVER.getJdbcUrl("postgres", database), "postgres", "postgres");
    }

    /** A database name nobody used before in this process. */
    static String freshName() {
        return "test_" + NAMES.incrementAndGet();
    }

    /** Nothing here must survive a power cut, so the server need not wait for its disk. */
    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("encoding", "UTF8")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "32MB")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start PostgreSQL for the tests", failure);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
