// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.store;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Transactions of a process that can be made to die before any one of them. Confined to one thread. */
public final class MortalTransactions implements Transactions {
    private final Transactions inner;
    private int left = Integer.MAX_VALUE;

    public MortalTransactions(Transactions inner) {
        this.inner = inner;
    }

    /** The end of the process. */
    public static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death() {
            super("the process died");
        }
    }

    /** Dies before the transaction after so many. */
    public void dieAfter(int transactions) {
        left = transactions;
    }

    /** Dies no more. */
    public void live() {
        left = Integer.MAX_VALUE;
    }

    @Override
    public <T extends @Nullable Object> T read(Function<Tx, T> work) {
        count();
        return inner.read(work);
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> work) {
        count();
        return inner.write(work);
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> readAsync(Function<Tx, T> work) {
        count();
        return inner.readAsync(work);
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> writeAsync(Function<Tx, T> work) {
        count();
        return inner.writeAsync(work);
    }

    private void count() {
        if (left == 0) {
            throw new Death();
        }
        left--;
    }
}
