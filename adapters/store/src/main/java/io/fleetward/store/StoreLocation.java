// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import java.nio.file.Path;

/** Where the databases live. Immutable. */
public sealed interface StoreLocation {
    /** SQLite files in a folder, {@code fleetward.db} and its siblings; for a single node. */
    record SqliteFolder(Path folder) implements StoreLocation {
        /** The file of the database. */
        public Path file(StoreDatabase database) {
            return folder.resolve(database.title() + ".db");
        }
    }

    /**
     * Schemas in one PostgreSQL database, which must use the collation {@code C}: text is ordered by its bytes, as in
     * SQLite, so that pages are cut the same way everywhere.
     *
     * @param url as the JDBC driver takes it, without credentials
     */
    record Postgres(String url, String user, String password) implements StoreLocation {
        @Override
        public String toString() {
            return "Postgres[url=" + url + ", user=" + user + "]";
        }
    }
}
