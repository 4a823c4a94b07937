// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fleetward.application.error.RetryableException;
import io.fleetward.application.error.TerminalException;
import io.fleetward.application.error.ThrottledException;
import io.fleetward.application.outbox.OutboxEntries;
import io.fleetward.application.outbox.OutboxEntry;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.outbox.JdbcOutboxEntries;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a SQL database does beyond the contract of transactions: groups, limits, ends. */
abstract class SqlDatabaseContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");

    private final OutboxEntries entries = new JdbcOutboxEntries();
    private SqlDatabase database;

    abstract TestDatabase home();

    @BeforeEach
    void open() {
        database = SqlDatabase.open(home().location(), StoreDatabase.FLEETWARD);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void commitsWhatWaitsTogether() {
        var gate = new CountDownLatch(1);
        CompletableFuture<Boolean> first = holdWriter(gate);
        List<CompletableFuture<Boolean>> waiting =
                IntStream.range(0, 100).mapToObj(this::leave).toList();

        gate.countDown();
        first.join();
        waiting.forEach(CompletableFuture::join);

        assertThat(depth()).isEqualTo(100);
        assertThat(database.commits()).isEqualTo(2);
    }

    @Test
    void refusesAnAsynchronousCallWhenTooMuchWaits() {
        var gate = new CountDownLatch(1);
        CompletableFuture<Boolean> first = holdWriter(gate);
        List<CompletableFuture<Boolean>> accepted = IntStream.range(0, SqlDatabase.WRITES_WAITING)
                .mapToObj(this::leave)
                .toList();

        CompletableFuture<Boolean> refused = leave(-1);

        assertThat(refused).isCompletedExceptionally();
        assertThatThrownBy(refused::join).hasCauseInstanceOf(ThrottledException.class);
        gate.countDown();
        first.join();
        accepted.forEach(CompletableFuture::join);
        assertThat(depth()).isEqualTo(SqlDatabase.WRITES_WAITING);
    }

    @Test
    void finishesWhatItAcceptedBeforeItCloses() {
        var gate = new CountDownLatch(1);
        CompletableFuture<Boolean> first = holdWriter(gate);
        CompletableFuture<Boolean> accepted = leave(1);
        Thread closing = Thread.ofPlatform().start(database::close);

        gate.countDown();

        assertThat(first.join()).isTrue();
        assertThat(accepted.join()).isTrue();
        await().until(() -> !closing.isAlive());
        assertThatThrownBy(this::depth).isInstanceOf(RetryableException.class).hasMessageContaining("closed");
        assertThatThrownBy(() -> leave(2).join()).hasCauseInstanceOf(RetryableException.class);
    }

    @Test
    void failsEveryCallLoudlyOnceItIsBroken() {
        var cause = new OutOfMemoryError("for the test");

        database.breakDown(cause);

        assertThat(database.broken().toCompletableFuture().join()).isSameAs(cause);
        assertThatThrownBy(this::depth).isInstanceOf(TerminalException.class);
        assertThatThrownBy(() -> leave(1).join()).hasCauseInstanceOf(TerminalException.class);
    }

    @Test
    void outlivesWorkThatThrowsAnError() {
        assertThatThrownBy(() -> database.change(tx -> {
                    throw new StackOverflowError("for the test");
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(leave(1).join()).isTrue();
    }

    @Test
    void outlivesWorkThatInterruptsItsThread() {
        database.change(tx -> Thread.currentThread().interrupt());

        assertThat(leave(1).join()).isTrue();
        assertThat(leave(2).join()).isTrue();
    }

    @Test
    void letsNoTransactionLeaveItsWork() {
        var leaked = new AtomicReference<Tx>();
        database.change(leaked::set);

        assertThatThrownBy(() -> SqlTx.dsl(leaked.get())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void showsEachReadOneState() {
        var hasRead = new CountDownLatch(1);
        var hasWritten = new CountDownLatch(1);
        CompletableFuture<List<Long>> depths = database.readAsync(tx -> {
                    long before = entries.backlog(tx).depth();
                    hasRead.countDown();
                    awaitLatch(hasWritten);
                    return List.of(before, entries.backlog(tx).depth());
                })
                .toCompletableFuture();

        awaitLatch(hasRead);
        leave(1).join();
        hasWritten.countDown();

        assertThat(depths.join()).containsExactly(0L, 0L);
        assertThat(depth()).isOne();
    }

    @Test
    void looksWithoutOwning() {
        leave(1).join();

        try (SqlDatabase looking = SqlDatabase.openForReading(home().location(), StoreDatabase.FLEETWARD)) {
            assertThat(looking.read(entries::backlog).depth()).isOne();
            assertThatThrownBy(() -> looking.change(tx -> {})).isInstanceOf(RetryableException.class);
        }
    }

    /** What a violated constraint throws is the caller's own mistake and comes to it as it is. */
    @Test
    void tellsAMistakeOfTheWorkFromAFaultOfTheStore() {
        assertThatThrownBy(() -> database.change(tx -> SqlTx.dsl(tx).execute("INSERT INTO outbox (seq) VALUES (1)")))
                .isInstanceOf(org.jooq.exception.DataAccessException.class);
        assertThatThrownBy(() -> database.read(tx -> SqlTx.dsl(tx).fetch("SELECT nonsense FROM outbox")))
                .isInstanceOf(org.jooq.exception.DataAccessException.class);
    }

    protected SqlDatabase database() {
        return database;
    }

    protected CompletableFuture<Boolean> leave(int number) {
        var entry = new OutboxEntry(HERE, "topic", "key", String.valueOf(number));
        return database.writeAsync(tx -> {
                    entries.add(tx, entry, Instant.EPOCH);
                    return true;
                })
                .toCompletableFuture();
    }

    protected long depth() {
        return database.read(entries::backlog).depth();
    }

    private CompletableFuture<Boolean> holdWriter(CountDownLatch gate) {
        var isHeld = new CountDownLatch(1);
        CompletableFuture<Boolean> held = database.writeAsync(tx -> {
                    isHeld.countDown();
                    awaitLatch(gate);
                    return true;
                })
                .toCompletableFuture();
        awaitLatch(isHeld);
        return held;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupt) {
            throw new IllegalStateException(interrupt);
        }
    }
}
