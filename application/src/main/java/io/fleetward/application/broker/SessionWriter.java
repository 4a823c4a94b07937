// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.error.ThrottledException;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes of sessions and retained messages in the order they were handed in, as many as wait in one
 * transaction.
 *
 * <p>Thread-safe. At most one transaction is under way, so while the disk is busy the next group grows. When too much
 * waits, a change is refused at once.
 */
final class SessionWriter {
    private static final int MAX_WAITING = 100_000;
    private static final int MAX_GROUP = 2_000;

    private record Change(Consumer<Tx> work, Consumer<@Nullable Throwable> done) {}

    private final Transactions transactions;
    private final Deque<Change> waiting = new ArrayDeque<>();
    private final List<CompletableFuture<Boolean>> idle = new ArrayList<>();
    private boolean isWriting;

    SessionWriter(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Has the change written.
     *
     * @param done is told, on any thread, once the change is durable (null) or has failed
     */
    void write(Consumer<Tx> work, Consumer<@Nullable Throwable> done) {
        List<Change> group;
        synchronized (this) {
            if (waiting.size() >= MAX_WAITING) {
                group = null;
            } else {
                waiting.add(new Change(work, done));
                group = nextGroup();
            }
        }
        if (group == null) {
            done.accept(new ThrottledException("too many changes of sessions wait for the disk"));
        } else {
            commit(group);
        }
    }

    /** Completes when nothing waits any more. */
    synchronized CompletionStage<Boolean> idle() {
        var done = new CompletableFuture<Boolean>();
        if (isWriting) {
            idle.add(done);
        } else {
            done.complete(true);
        }
        return done;
    }

    private void commit(List<Change> group) {
        if (group.isEmpty()) {
            return;
        }
        transactions
                .writeAsync(tx -> {
                    group.forEach(change -> change.work.accept(tx));
                    return group.size();
                })
                .whenComplete((_, failure) -> finish(group, failure));
    }

    private void finish(List<Change> group, @Nullable Throwable failure) {
        group.forEach(change -> change.done.accept(failure));
        List<Change> next;
        List<CompletableFuture<Boolean>> told = List.of();
        synchronized (this) {
            isWriting = false;
            next = nextGroup();
            if (next.isEmpty()) {
                told = List.copyOf(idle);
                idle.clear();
            }
        }
        told.forEach(future -> future.complete(true));
        commit(next);
    }

    /** Takes what is to be written now; nothing while a transaction is under way. */
    private synchronized List<Change> nextGroup() {
        if (isWriting || waiting.isEmpty()) {
            return List.of();
        }
        isWriting = true;
        var group = new ArrayList<Change>(Math.min(waiting.size(), MAX_GROUP));
        while (!waiting.isEmpty() && group.size() < MAX_GROUP) {
            group.add(waiting.removeFirst());
        }
        return group;
    }
}
