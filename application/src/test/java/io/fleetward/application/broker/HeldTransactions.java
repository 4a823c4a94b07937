// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Transactions on memory whose asynchronous writes happen, or fail, when the test says so. */
final class HeldTransactions implements Transactions {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Deque<Runnable> writes = new ArrayDeque<>();
    private @Nullable RuntimeException failure;
    private @Nullable RuntimeException readFailure;
    private boolean isHolding;

    /** Lets writes wait from now on. */
    void hold() {
        isHolding = true;
    }

    /** Does what waits, and from now on every write at once. */
    void release() {
        isHolding = false;
        run();
    }

    /** Fails what waits and every later write. */
    void failWith(RuntimeException problem) {
        failure = problem;
        release();
    }

    /** Fails every later asynchronous read. */
    void failReads(RuntimeException problem) {
        readFailure = problem;
    }

    /** Forgets what waits, as a crash does. */
    void crash() {
        writes.clear();
        isHolding = false;
    }

    /** Does what waits unless writes are held; answers whether there was anything. */
    boolean run() {
        if (isHolding || writes.isEmpty()) {
            return false;
        }
        for (Runnable write = writes.poll(); write != null; write = writes.poll()) {
            write.run();
        }
        return true;
    }

    @Override
    public <T extends @Nullable Object> T read(Function<Tx, T> work) {
        return transactions.read(work);
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> work) {
        return transactions.write(work);
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> readAsync(Function<Tx, T> work) {
        return readFailure == null ? transactions.readAsync(work) : CompletableFuture.failedFuture(readFailure);
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> writeAsync(Function<Tx, T> work) {
        var done = new CompletableFuture<T>();
        writes.add(() -> {
            if (failure != null) {
                done.completeExceptionally(failure);
            } else {
                done.complete(transactions.write(work));
            }
        });
        return done;
    }
}
