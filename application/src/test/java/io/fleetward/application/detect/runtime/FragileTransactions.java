// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Transactions that fail while a test wants them to, before anything was changed. */
final class FragileTransactions implements Transactions {
    private final Transactions sound;
    private boolean isBroken;

    FragileTransactions(Transactions sound) {
        this.sound = sound;
    }

    void broken(boolean wanted) {
        isBroken = wanted;
    }

    private void failWhenBroken() {
        if (isBroken) {
            throw new IllegalStateException("the store is down, as the test wants it");
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Function<Tx, T> work) {
        failWhenBroken();
        return sound.read(work);
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> work) {
        failWhenBroken();
        return sound.write(work);
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> readAsync(Function<Tx, T> work) {
        return isBroken ? CompletableFuture.failedFuture(new IllegalStateException("down")) : sound.readAsync(work);
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> writeAsync(Function<Tx, T> work) {
        return isBroken ? CompletableFuture.failedFuture(new IllegalStateException("down")) : sound.writeAsync(work);
    }
}
