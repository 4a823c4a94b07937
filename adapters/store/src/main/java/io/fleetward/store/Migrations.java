// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import io.fleetward.application.error.TerminalException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.SQLDialect;

/**
 * Brings a database to the newest schema, from the folder {@code db/migration} of its name.
 *
 * <p>Migrations are append-only and written once for both databases; where these have no common words a migration
 * says {@code ${identity}} (type of a self-counting key) or {@code ${clustered}} (at the end of a table of small rows
 * that are found by their primary key). What only one of them needs is in the folder {@code db} of its own.
 */
final class Migrations {
    private Migrations() {}

    static void run(SqlPlatform platform, StoreDatabase database) {
        try {
            requireByteOrder(platform);
            configuredFor(platform, database).migrate();
        } catch (FlywayException | SQLException failure) {
            throw new TerminalException("cannot open the database " + database.title(), failure);
        }
    }

    private static Flyway configuredFor(SqlPlatform platform, StoreDatabase database) {
        var configuration = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(platform.migrationSource())
                .locations(platform.migrationFolders(database).toArray(String[]::new))
                .placeholders(platform.placeholders())
                .table("schema_history")
                .outOfOrder(true);
        if (platform.dialect() == SQLDialect.POSTGRES) {
            configuration.defaultSchema(database.title()).createSchemas(true);
        }
        return configuration.load();
    }

    private static void requireByteOrder(SqlPlatform platform) throws SQLException {
        try (Connection connection = platform.migrationSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet order = statement.executeQuery("SELECT 'B' < 'a'")) {
            if (!order.next() || !order.getBoolean(1)) {
                throw new TerminalException(
                        "the database orders text by a language; create it with: CREATE DATABASE name"
                                + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'",
                        null);
            }
        }
    }
}
