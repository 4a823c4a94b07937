// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import io.fleetward.application.store.Tx;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/**
 * A transaction on a SQL database; repositories reach its jOOQ context through {@link #dsl(Tx)}.
 *
 * <p>Confined to the thread and the duration of the work it was made for; using it later fails.
 */
public final class SqlTx implements Tx {
    private final DSLContext dsl;
    private final Thread owner = Thread.currentThread();
    private final List<Runnable> afterCommit = new ArrayList<>(2);
    private boolean isOver;

    SqlTx(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The jOOQ context of a transaction that came from a {@link SqlDatabase}. */
    public static DSLContext dsl(Tx tx) {
        if (tx instanceof SqlTx sql) {
            sql.requireOpen();
            return sql.dsl;
        }
        throw new IllegalArgumentException("not a transaction of a SQL database: " + tx.getClass());
    }

    @Override
    public void afterCommit(Runnable action) {
        requireOpen();
        afterCommit.add(action);
    }

    /** Ends the use of this transaction and hands out what is to run once it is durable. */
    List<Runnable> end() {
        isOver = true;
        return afterCommit;
    }

    private void requireOpen() {
        if (isOver || Thread.currentThread() != owner) {
            throw new IllegalStateException("a transaction must not leave the work it was handed to");
        }
    }
}
