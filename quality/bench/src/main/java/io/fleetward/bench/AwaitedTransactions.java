// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Phaser;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Transactions whose writes in the background, with what follows from them, take part in a phaser. Thread-safe. */
record AwaitedTransactions(Transactions transactions, Phaser working) implements Transactions {
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
        return transactions.readAsync(work);
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> writeAsync(Function<Tx, T> work) {
        working.register();
        var done = new CompletableFuture<T>();
        transactions.writeAsync(work).whenComplete((result, failure) -> {
            if (failure == null) {
                done.complete(result);
            } else {
                done.completeExceptionally(failure);
            }
            working.arriveAndDeregister();
        });
        return done;
    }
}
