// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import io.fleetward.application.store.Transactions;
import io.fleetward.testkit.TemporaryFiles;
import io.fleetward.testkit.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of a test class: fresh for the class, empty for each test.
 *
 * <p>Used by the two subclasses of a contract suite:
 *
 * <pre>{@code
 * class JdbcThingsOnSqliteTest extends ThingsContract {
 *     @RegisterExtension
 *     static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);
 *
 *     @Override
 *     protected Transactions transactions() {
 *         return DATABASE.transactions();
 *     }
 * }
 * }</pre>
 */
public final class TestDatabase implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    /** Makes and removes the place a database lives in. */
    private interface Place {
        /** A database at the newest schema: a copy, because migrating takes longer than most classes' tests. */
        StoreLocation make(StoreDatabase database) throws IOException;

        List<String> tables(DSLContext dsl);

        void remove() throws IOException;
    }

    private final StoreDatabase database;
    private final Place place;
    private @Nullable StoreLocation location;
    private @Nullable SqlDatabase open;
    private List<String> emptying = List.of();

    private TestDatabase(StoreDatabase database, Place place) {
        this.database = database;
        this.place = place;
    }

    /** A SQLite file in a folder of its own. */
    public static TestDatabase sqlite(StoreDatabase database) {
        return new TestDatabase(database, new TemporaryFolder());
    }

    /** A PostgreSQL database on the server the tests share. */
    public static TestDatabase postgres(StoreDatabase database) {
        return new TestDatabase(database, new FreshPostgres());
    }

    public Transactions transactions() {
        return sql();
    }

    /** The same as {@link #transactions()} with all it can do. */
    public SqlDatabase sql() {
        if (open == null) {
            throw new IllegalStateException("the database is open only while its tests run");
        }
        return open;
    }

    /** Where the database lives, for tests that open it once more. */
    public StoreLocation location() {
        return Objects.requireNonNull(location);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        location = place.make(database);
        open = SqlDatabase.openMigrated(location, database);
        emptying = sql().read(tx -> place.tables(SqlTx.dsl(tx))).stream()
                .filter(table -> !table.equals("schema_history") && !table.startsWith("sqlite_"))
                .map(table -> "DELETE FROM \"" + table + '"')
                .toList();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        sql().change(tx -> SqlTx.dsl(tx).batch(emptying.toArray(String[]::new)).execute());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        sql().close();
        open = null;
        place.remove();
    }

    private static void migrate(StoreLocation location, StoreDatabase database) {
        Migrations.run(SqlPlatform.of(location, database), database);
    }

    private static final class TemporaryFolder implements Place {
        private static final Map<StoreDatabase, Path> TEMPLATES = new ConcurrentHashMap<>();

        private @Nullable Path folder;

        @Override
        public StoreLocation make(StoreDatabase database) throws IOException {
            folder = Files.createTempDirectory("fleetward-store");
            var copy = new StoreLocation.SqliteFolder(folder);
            Path template = TEMPLATES.computeIfAbsent(database, TemporaryFolder::migrated);
            Files.copy(template, copy.file(database));
            return copy;
        }

        /** The file of a database that nobody has open; gone with the process. */
        private static Path migrated(StoreDatabase database) {
            try {
                Path folder = Files.createTempDirectory("fleetward-store-template");
                var location = new StoreLocation.SqliteFolder(folder);
                migrate(location, database);
                folder.toFile().deleteOnExit();
                location.file(database).toFile().deleteOnExit();
                return location.file(database);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public List<String> tables(DSLContext dsl) {
            return dsl.fetchValues("SELECT name FROM sqlite_master WHERE type = 'table'").stream()
                    .map(String::valueOf)
                    .toList();
        }

        @Override
        public void remove() throws IOException {
            if (folder != null) {
                TemporaryFiles.delete(folder);
            }
        }
    }

    /** The database of that name on the server that tests share. */
    static StoreLocation.Postgres location(String name) {
        return new StoreLocation.Postgres(
                "jdbc:" + PostgresServer.shared().url(name), PostgresServer.USER, PostgresServer.USER);
    }

    private static final class FreshPostgres implements Place {
        private static final Map<StoreDatabase, String> TEMPLATES = new ConcurrentHashMap<>();

        private final String name = PostgresServer.freshName();

        @Override
        public StoreLocation make(StoreDatabase database) {
            String template = TEMPLATES.computeIfAbsent(database, FreshPostgres::migrated);
            PostgresServer.shared().administer("CREATE DATABASE " + name + " TEMPLATE " + template);
            return location(name);
        }

        private static String migrated(StoreDatabase database) {
            String template = PostgresServer.freshName();
            PostgresServer.shared().administer("CREATE DATABASE " + template);
            migrate(location(template), database);
            return template;
        }

        @Override
        public List<String> tables(DSLContext dsl) {
            return dsl.fetchValues("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()").stream()
                    .map(String::valueOf)
                    .toList();
        }

        @Override
        public void remove() {
            PostgresServer.shared().administer("DROP DATABASE " + name);
        }
    }
}
