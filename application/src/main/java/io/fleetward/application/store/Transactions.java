// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.store;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in transactions against one store.
 *
 * <p>Thread-safe. Writes are serialised and committed in groups: the result is handed out only after the changes of
 * the whole group are on disk, so whatever a caller was told has happened survives {@code kill -9}. Work that throws
 * is rolled back alone; the others of its group are not affected. The work runs on the store's own threads and must
 * not call another blocking service.
 */
public interface Transactions {
    /** Reads a consistent state; blocks the caller, so not for event loops. */
    <T extends @Nullable Object> T read(Function<Tx, T> work);

    /** Changes the store and waits until the change is durable; blocks the caller. */
    <T extends @Nullable Object> T write(Function<Tx, T> work);

    /** As {@link #read}, completing from a thread of the store. */
    <T extends @Nullable Object> CompletionStage<T> readAsync(Function<Tx, T> work);

    /** As {@link #write}, completing from a thread of the store once durable. */
    <T extends @Nullable Object> CompletionStage<T> writeAsync(Function<Tx, T> work);

    /** As {@link #write} for work without a result. */
    default void change(Consumer<Tx> work) {
        write(tx -> {
            work.accept(tx);
            return Boolean.TRUE;
        });
    }
}
