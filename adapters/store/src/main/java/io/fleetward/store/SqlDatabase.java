// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import io.fleetward.application.error.RetryableException;
import io.fleetward.application.error.TerminalException;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions on one SQL database: one writing thread that commits in groups, a few reading threads beside it.
 *
 * <p>Thread-safe. A blocking call from inside a transaction of the same database fails at once instead of hanging. If
 * the writer can no longer work, {@link #broken()} completes and every later call fails with a {@link
 * TerminalException}.
 */
public final class SqlDatabase implements Transactions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqlDatabase.class);
    static final int WRITES_WAITING = 4096;
    private static final int READS_WAITING = 4096;
    /** Bounds what a lost connection can undo at once, and how long the first of a group waits for the last. */
    private static final int MAX_GROUP = 256;

    private static final int READERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);

    private final StoreDatabase database;
    private final SqlPlatform platform;
    private final JobQueue writes = new JobQueue(WRITES_WAITING);
    private final JobQueue reads = new JobQueue(READS_WAITING);
    private final List<StoreThread> threads = new ArrayList<>();
    private final LongAdder commits = new LongAdder();
    private final CompletableFuture<Throwable> broken = new CompletableFuture<>();

    private SqlDatabase(StoreDatabase database, SqlPlatform platform) {
        this.database = database;
        this.platform = platform;
    }

    /** Opens the database, creating it or bringing it to the newest schema first. */
    public static SqlDatabase open(StoreLocation location, StoreDatabase database) {
        Migrations.run(SqlPlatform.of(location, database), database);
        return openMigrated(location, database);
    }

    /** Opens a database whose schema is known to be the newest. */
    static SqlDatabase openMigrated(StoreLocation location, StoreDatabase database) {
        var opened = new SqlDatabase(database, SqlPlatform.of(location, database));
        opened.start(true);
        return opened;
    }

    /** Opens a database beside the process that owns it, only to look; writes are refused. */
    public static SqlDatabase openForReading(StoreLocation location, StoreDatabase database) {
        var opened = new SqlDatabase(database, SqlPlatform.of(location, database));
        opened.writes.close(new RetryableException("opened for reading only", null));
        opened.start(false);
        return opened;
    }

    @Override
    public <T extends @Nullable Object> T read(Function<Tx, T> work) {
        StoreThread.requireOutside(database);
        return await(enter(reads, work, true));
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> work) {
        StoreThread.requireOutside(database);
        return await(enter(writes, work, true));
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> readAsync(Function<Tx, T> work) {
        return enter(reads, work, false);
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> writeAsync(Function<Tx, T> work) {
        return enter(writes, work, false);
    }

    /** Completes with the reason when the database can no longer be used; a server then stops. */
    public CompletionStage<Throwable> broken() {
        return broken;
    }

    /** Groups of writes committed since the opening. */
    public long commits() {
        return commits.sum();
    }

    /** Writes that wait for the writer. */
    public int writesWaiting() {
        return writes.depth();
    }

    /** Finishes the work that was accepted, then closes the connections. */
    @Override
    public void close() {
        var reason = new RetryableException("closed by its owner", null);
        writes.close(reason);
        reads.close(reason);
        for (StoreThread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void start(boolean hasWriter) {
        if (hasWriter) {
            threads.add(new StoreThread(database, "writer", this::writeLoop));
        }
        for (int i = 1; i <= READERS; i++) {
            threads.add(new StoreThread(database, "reader-" + i, this::readLoop));
        }
        threads.forEach(Thread::start);
    }

    private void writeLoop() {
        var writer = new Writer(platform, commits);
        try {
            for (List<Job<?>> group = writes.take(MAX_GROUP); !group.isEmpty(); group = writes.take(MAX_GROUP)) {
                writer.commit(group);
            }
        } catch (Exception | Error failure) {
            breakDown(failure);
        } finally {
            writer.close();
            writes.failRest();
        }
    }

    private void readLoop() {
        var reader = new Reader(platform);
        try {
            for (List<Job<?>> next = reads.take(1); !next.isEmpty(); next = reads.take(1)) {
                next.forEach(reader::run);
            }
        } catch (Exception | Error failure) {
            breakDown(failure);
        } finally {
            reader.close();
        }
    }

    /** Refuses all further work: a store that half works is worse than one that says it does not. */
    void breakDown(Throwable failure) {
        LOG.atError()
                .addKeyValue("database", database.title())
                .setCause(failure)
                .log("store-broken");
        var reason = new TerminalException("a thread of the database " + database.title() + " died", failure);
        writes.close(reason);
        reads.close(reason);
        broken.complete(failure);
    }

    private static <T extends @Nullable Object> CompletableFuture<T> enter(
            JobQueue queue, Function<Tx, T> work, boolean mayWait) {
        var job = new Job<T>(work);
        queue.enter(job, mayWait);
        return job.done();
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> done) {
        try {
            return done.get();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new RetryableException("interrupted while waiting for the store; the outcome is unknown", interrupt);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure.getCause();
        }
    }
}
