// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One transaction at a time over plain collections; a failed one is undone step by step. Thread-safe. */
public final class InMemoryTransactions implements Transactions {
    /** What an in-memory repository casts its transaction to in order to register how to undo a change. */
    public static final class InMemoryTx implements Tx {
        private final boolean mayChange;
        private final Deque<Runnable> undo = new ArrayDeque<>();
        private final List<Runnable> afterCommit = new ArrayList<>();

        private InMemoryTx(boolean mayChange) {
            this.mayChange = mayChange;
        }

        @Override
        public void afterCommit(Runnable action) {
            afterCommit.add(action);
        }

        /** Registers the inverse of a change just made. */
        public void onRollback(Runnable inverse) {
            undo.push(inverse);
            if (!mayChange) {
                throw new IllegalStateException("a read must not change anything");
            }
        }
    }

    /** The thread that is inside a transaction or runs its actions: it must not open another one. */
    private volatile @Nullable Thread inside;

    @Override
    public <T extends @Nullable Object> T read(Function<Tx, T> work) {
        return run(new InMemoryTx(false), work);
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> work) {
        return run(new InMemoryTx(true), work);
    }

    private <T extends @Nullable Object> T run(InMemoryTx tx, Function<Tx, T> work) {
        if (inside == Thread.currentThread()) {
            throw new IllegalStateException("a transaction was opened from inside another one");
        }
        synchronized (this) {
            inside = Thread.currentThread();
            try {
                T result = work.apply(tx);
                tx.afterCommit.forEach(Runnable::run);
                return result;
            } catch (RuntimeException | Error failure) {
                tx.undo.forEach(Runnable::run);
                throw failure;
            } finally {
                inside = null;
            }
        }
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> readAsync(Function<Tx, T> work) {
        return complete(() -> read(work));
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> writeAsync(Function<Tx, T> work) {
        return complete(() -> write(work));
    }

    private static <T extends @Nullable Object> CompletionStage<T> complete(Supplier<T> call) {
        try {
            return CompletableFuture.completedFuture(call.get());
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
