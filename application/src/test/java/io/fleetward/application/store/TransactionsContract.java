// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Transactions} promises; run by the fake and by each database on a table of names and numbers. */
public abstract class TransactionsContract {
    protected abstract Transactions transactions();

    protected abstract void put(Tx tx, String name, int number);

    protected abstract @Nullable Integer get(Tx tx, String name);

    @Test
    void readsWhatWasWritten() {
        transactions().change(tx -> put(tx, "a", 1));

        assertThat(read("a")).isEqualTo(1);
    }

    @Test
    void handsOutTheResultOfTheWork() {
        String result = transactions().write(tx -> "done");

        assertThat(result).isEqualTo("done");
        assertThat(read("nothing")).isNull();
    }

    @Test
    void undoesWorkThatThrows() {
        var refusal = new ApiException(IotError.INVALID_REQUEST, "no");

        assertThatThrownBy(() -> transactions().change(tx -> {
                    put(tx, "a", 1);
                    throw refusal;
                }))
                .isSameAs(refusal);

        assertThat(read("a")).isNull();
    }

    @Test
    void keepsTheWorkOfOthersWhenOneThrows() {
        List<CompletableFuture<Integer>> all = IntStream.range(0, 40)
                .mapToObj(number -> transactions()
                        .writeAsync(tx -> {
                            put(tx, "n" + number, number);
                            if (number % 4 == 3) {
                                throw new ApiException(IotError.INVALID_REQUEST, "every fourth");
                            }
                            return number;
                        })
                        .toCompletableFuture())
                .toList();

        for (int number = 0; number < all.size(); number++) {
            CompletableFuture<Integer> each = all.get(number);
            if (number % 4 == 3) {
                assertThatThrownBy(each::join)
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(ApiException.class);
                assertThat(read("n" + number)).isNull();
            } else {
                assertThat(each.join()).isEqualTo(number);
                assertThat(read("n" + number)).isEqualTo(number);
            }
        }
    }

    @Test
    void runsActionsAfterTheCommitInTheirOrder() {
        var seen = new ArrayList<String>();

        transactions().change(tx -> {
            tx.afterCommit(() -> seen.add("first"));
            tx.afterCommit(() -> seen.add("second"));
            seen.add("work");
        });

        assertThat(seen).containsExactly("work", "first", "second");
    }

    @Test
    void runsNoActionsOfWorkThatThrew() {
        var seen = new ArrayList<String>();

        assertThatThrownBy(() -> transactions().change(tx -> {
                    tx.afterCommit(() -> seen.add("never"));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(seen).isEmpty();
    }

    @Test
    void completesACallOnlyAfterItsActionsRan() {
        var seen = new CopyOnWriteArrayList<String>();

        transactions()
                .writeAsync(tx -> {
                    tx.afterCommit(() -> seen.add("action"));
                    return true;
                })
                .thenRun(() -> seen.add("completed"))
                .toCompletableFuture()
                .join();

        assertThat(seen).containsExactly("action", "completed");
    }

    @Test
    void readsWhatACompletedAsynchronousWriteWrote() {
        transactions()
                .writeAsync(tx -> {
                    put(tx, "a", 7);
                    return true;
                })
                .toCompletableFuture()
                .join();

        Integer found = transactions()
                .readAsync(tx -> get(tx, "a"))
                .toCompletableFuture()
                .join();
        assertThat(found).isEqualTo(7);
    }

    @Test
    void refusesATransactionInsideATransaction() {
        assertThatThrownBy(() -> transactions().change(tx -> transactions().change(inner -> put(inner, "a", 1))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions().write(tx -> transactions().read(inner -> get(inner, "a"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(read("a")).isNull();
    }

    @Test
    void refusesChangesInARead() {
        assertThatThrownBy(() -> transactions().read(tx -> {
                    put(tx, "a", 1);
                    return true;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(read("a")).isNull();
    }

    private @Nullable Integer read(String name) {
        return transactions().read(tx -> get(tx, name));
    }
}
