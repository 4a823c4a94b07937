// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.SQLDialect;

/** What differs between SQLite and PostgreSQL: opening, migrating, and what an error means. Thread-safe. */
sealed interface SqlPlatform permits SqlitePlatform, PostgresPlatform {
    /** The platform of the location. */
    static SqlPlatform of(StoreLocation location, StoreDatabase database) {
        return switch (location) {
            case StoreLocation.SqliteFolder folder -> new SqlitePlatform(folder.file(database));
            case StoreLocation.Postgres postgres -> new PostgresPlatform(postgres, database);
        };
    }

    SQLDialect dialect();

    /** What migrations may write as a placeholder where the two databases have no common words. */
    Map<String, String> placeholders();

    /**
     * Where the migrations of the database are on the class path: the common ones, and what the platform assumes of a
     * full hub, because several indexes compete there and a server with few findings has no statistics of its own.
     */
    default List<String> migrationFolders(StoreDatabase database) {
        String common = "classpath:db/migration/" + database.title();
        return database == StoreDatabase.FLEETWARD
                ? List.of(common, "classpath:db/" + dialect().getNameLC() + '/' + database.title())
                : List.of(common);
    }

    DataSource migrationSource();

    /** Opens a connection for the one writer; transactions are controlled by statements. */
    Connection openWriter() throws SQLException;

    /** Opens a connection for reading; transactions are controlled by statements. */
    Connection openReader() throws SQLException;

    /** Begins a transaction of the writer. */
    String beginWrite();

    /** Begins a transaction that sees one state from its first statement to its last. */
    String beginRead();

    /** Says whose fault an error is. */
    SqlFault classify(SQLException failure);
}
