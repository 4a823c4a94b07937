// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.store;

/**
 * One transaction of a {@link Transactions}; every repository method takes it first and works inside it.
 *
 * <p>Confined to the call that received it: never kept, never handed to another thread.
 */
public interface Tx {
    /**
     * Runs the action once this transaction's changes are durable, in the order of registration, and never when it
     * rolls back. Actions must be short and must not open a transaction themselves: wake a worker, drop a cache entry.
     */
    void afterCommit(Runnable action);
}
