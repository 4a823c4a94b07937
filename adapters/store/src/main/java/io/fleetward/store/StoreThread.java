// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

/**
 * A platform thread that owns one connection; knows its database, so that waiting for the database on its own thread
 * is refused instead of hanging.
 *
 * <p>Platform threads, because the native calls of SQLite would pin the carriers of virtual threads.
 */
final class StoreThread extends Thread {
    private final StoreDatabase database;

    StoreThread(StoreDatabase database, String role, Runnable task) {
        super(task, "store-" + database.title() + "-" + role);
        this.database = database;
        setDaemon(true);
    }

    /** Fails when the calling thread works for this database. */
    static void requireOutside(StoreDatabase database) {
        if (Thread.currentThread() instanceof StoreThread thread && thread.database == database) {
            throw new IllegalStateException(
                    "a transaction on " + database.title() + " was opened from inside another one");
        }
    }
}
