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
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
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
        StoreLocation make();

        List<String> tables(DSLContext dsl);

        void remove();
    }

    private final StoreDatabase database;
    private final Place place;
    private @Nullable StoreLocation location;
    private @Nullable SqlDatabase open;
    private List<String> tables = List.of();

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
    public void beforeAll(ExtensionContext context) {
        location = place.make();
        open = SqlDatabase.open(location, database);
        tables = sql().read(tx -> place.tables(SqlTx.dsl(tx))).stream()
                .filter(table -> !table.equals("schema_history") && !table.startsWith("sqlite_"))
                .toList();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        sql().change(tx -> tables.forEach(
                table -> SqlTx.dsl(tx).deleteFrom(DSL.table(DSL.name(table))).execute()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        sql().close();
        open = null;
        place.remove();
    }

    private static final class TemporaryFolder implements Place {
        private @Nullable Path folder;

        @Override
        public StoreLocation make() {
            try {
                folder = Files.createTempDirectory("fleetward-store");
                return new StoreLocation.SqliteFolder(folder);
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
        public void remove() {
            if (folder == null) {
                return;
            }
            try {
                TemporaryFiles.delete(folder);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** The database of that name on the server that tests share. */
    static StoreLocation.Postgres location(String name) {
        return new StoreLocation.Postgres(
                "jdbc:" + PostgresServer.shared().url(name), PostgresServer.USER, PostgresServer.USER);
    }

    private static final class FreshPostgres implements Place {
        private final String name = PostgresServer.freshName();

        @Override
        public StoreLocation make() {
            PostgresServer.shared().administer("CREATE DATABASE " + name);
            return location(name);
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
