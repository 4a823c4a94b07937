// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;

/**
 * SQLite in write-ahead-log mode: readers see the last commit and never wait for the writer. Thread-safe.
 *
 * <p>{@code synchronous=FULL} syncs the log at every commit; with {@code NORMAL} a power cut could lose commits that
 * were acknowledged.
 */
record SqlitePlatform(Path file) implements SqlPlatform {
    /** Pages the writer keeps in memory, taken as needed; a page that has to leave early is written twice. */
    private static final int WRITER_CACHE_KIB = 131_072;

    /** Length of the log, 64 MB, at which its pages go to the file: one that changed often meanwhile goes only once. */
    private static final int CHECKPOINT_PAGES = 16_000;

    /** Only a foreign process can hold the lock; waiting longer than this hides the mistake. */
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

    @Override
    public SQLDialect dialect() {
        return SQLDialect.SQLITE;
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of("identity", "INTEGER PRIMARY KEY AUTOINCREMENT", "clustered", "WITHOUT ROWID");
    }

    @Override
    public DataSource migrationSource() {
        return source(writing());
    }

    @Override
    public Connection openWriter() throws SQLException {
        return source(writing()).getConnection();
    }

    @Override
    public Connection openReader() throws SQLException {
        SQLiteConfig config = common();
        config.setReadOnly(true);
        return source(config).getConnection();
    }

    /** Takes the write lock at once: a transaction that starts by reading could not get it later. */
    @Override
    public String beginWrite() {
        return "BEGIN IMMEDIATE";
    }

    @Override
    public String beginRead() {
        return "BEGIN";
    }

    @Override
    public SqlFault classify(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return SqlFault.STATEMENT;
        }
        // Extended result codes carry the primary code in their low byte.
        return switch (sqlite.getResultCode().code & 0xff) {
            case 5, 6, 7, 9, 10, 13, 14, 15 ->
                SqlFault.PASSING; // busy locked nomem interrupt ioerr full cantopen protocol
            case 11, 26 -> SqlFault.LASTING; // corrupt notadb
            default -> SqlFault.STATEMENT;
        };
    }

    private static SQLiteConfig common() {
        var config = new SQLiteConfig();
        config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
        config.setTempStore(TempStore.MEMORY);
        return config;
    }

    private static SQLiteConfig writing() {
        SQLiteConfig config = common();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setCacheSize(-WRITER_CACHE_KIB);
        config.setPragma(Pragma.WAL_AUTOCHECKPOINT, Integer.toString(CHECKPOINT_PAGES));
        return config;
    }

    private DataSource source(SQLiteConfig config) {
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }
}
