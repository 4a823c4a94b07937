// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** One transaction at a time over plain collections; a failed one is undone step by step. Thread-safe. */
public final class InMemoryTransactions implements Transactions {
    /** What an in-memory repository casts its transaction to in order to register how to undo a change. */
    public static final class InMemoryTx implements Tx {
        private final Deque<Runnable> undo = new ArrayDeque<>();
        private final List<Runnable> afterCommit = new ArrayList<>();

        @Override
        public void afterCommit(Runnable action) {
            afterCommit.add(action);
        }

        /** Registers the inverse of a change just made. */
        public void onRollback(Runnable inverse) {
            undo.push(inverse);
        }
    }

    @Override
    public <T> T read(Function<Tx, T> work) {
        return write(work);
    }

    @Override
    public <T> T write(Function<Tx, T> work) {
        var tx = new InMemoryTx();
        T result;
        synchronized (this) {
            try {
                result = work.apply(tx);
            } catch (RuntimeException | Error failure) {
                tx.undo.forEach(Runnable::run);
                throw failure;
            }
        }
        tx.afterCommit.forEach(Runnable::run);
        return result;
    }

    @Override
    public <T> CompletionStage<T> readAsync(Function<Tx, T> work) {
        return writeAsync(work);
    }

    @Override
    public <T> CompletionStage<T> writeAsync(Function<Tx, T> work) {
        try {
            return CompletableFuture.completedFuture(write(work));
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
