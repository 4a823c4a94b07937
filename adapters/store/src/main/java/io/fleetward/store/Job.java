// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import io.fleetward.application.store.Tx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A piece of work on its way through a database: first {@link #run}, then either {@link #succeed} or {@link #fail}.
 *
 * <p>Handed from the caller to one thread of the store; only the future is shared.
 */
final class Job<T extends @Nullable Object> {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final Function<Tx, T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private List<Runnable> afterCommit = List.of();
    private @Nullable T result;

    Job(Function<Tx, T> work) {
        this.work = work;
    }

    CompletableFuture<T> done() {
        return done;
    }

    /** Does the work and keeps its result back until the transaction is durable. */
    void run(DSLContext dsl) {
        var tx = new SqlTx(dsl);
        try {
            result = work.apply(tx);
        } finally {
            afterCommit = tx.end();
        }
    }

    /** The changes are durable: tells whom it concerns, then the caller. */
    @SuppressWarnings("NullAway") // the result is null only where T allows it
    void succeed() {
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException failure) {
                LOG.atError().setCause(failure).log("after-commit-action-failed");
            }
        }
        done.complete(result);
    }

    /** The changes are undone. */
    void fail(Throwable failure) {
        done.completeExceptionally(failure);
    }
}
