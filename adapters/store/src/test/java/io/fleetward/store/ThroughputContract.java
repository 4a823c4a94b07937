// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.outbox.DurableOutbox;
import io.fleetward.application.outbox.OutboxEntries;
import io.fleetward.application.outbox.OutboxEntry;
import io.fleetward.application.outbox.OutboxHandler;
import io.fleetward.application.outbox.OutboxWorker;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.outbox.JdbcOutboxEntries;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that callers share commits, and prints what that yields on this machine. */
abstract class ThroughputContract {
    private static final Duration SPAN = Duration.ofMillis(Long.getLong("fleetward.throughput.ms", 500));
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");

    private final OutboxEntries entries = new JdbcOutboxEntries();

    abstract TestDatabase home();

    @ParameterizedTest(name = "{0} callers")
    @ValueSource(ints = {1, 8, 64})
    void sharesCommitsAmongCallers(int callers) throws InterruptedException {
        long commitsBefore = home().sql().commits();

        List<Long> latencies = during(callers, this::write);

        long commits = home().sql().commits() - commitsBefore;
        print("writes", callers, latencies, commits + " commits");
        assertThat(commits).isLessThanOrEqualTo(latencies.size());
        if (callers == 64) {
            assertThat(commits).isLessThan(latencies.size() / 4);
        }
    }

    @ParameterizedTest(name = "{0} callers")
    @ValueSource(ints = {1, 8})
    void readsBesideTheWriter(int callers) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            write();
        }

        List<Long> latencies = during(callers, () -> home().sql().read(tx -> entries.after(tx, 0, 1)));

        print("reads", callers, latencies, "");
        assertThat(latencies).isNotEmpty();
    }

    /** From the commit to the start of the handler there is no polling, only two hand-overs. */
    @Test
    void handsAnEntryToItsHandlerAtOnce() {
        VirtualClock clock = VirtualClock.atStart();
        var moments = new LinkedBlockingQueue<Long>();
        try (var worker = new OutboxWorker(home().transactions(), entries, new VirtualTimers(clock), clock)) {
            var outbox = new DurableOutbox(entries, worker, clock);
            worker.start(List.of(new TimingHandler(moments)));
            List<Long> latencies = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                home().sql().change(tx -> {
                    tx.afterCommit(() -> moments.add(-System.nanoTime()));
                    outbox.append(tx, new OutboxEntry(HERE, "timing", "key", ""));
                });
                latencies.add(take(moments) + take(moments));
            }
            print("hand-overs", 1, latencies, "");
            assertThat(latencies).hasSize(200);
        }
    }

    private record TimingHandler(BlockingQueue<Long> moments) implements OutboxHandler {
        @Override
        public String topic() {
            return "timing";
        }

        @Override
        public void handle(Tx tx, List<OutboxEntry> batch) {
            moments.add(System.nanoTime());
        }
    }

    private static long take(BlockingQueue<Long> queue) {
        try {
            return queue.take();
        } catch (InterruptedException interrupt) {
            throw new IllegalStateException(interrupt);
        }
    }

    private void write() {
        var entry = new OutboxEntry(HERE, "topic", "key", "a body of some forty characters or more");
        home().sql().change(tx -> entries.add(tx, entry, Instant.EPOCH));
    }

    /** Lets so many callers do it again and again, and answers how long each time took in nanoseconds. */
    private static List<Long> during(int callers, Runnable action) throws InterruptedException {
        List<Long> latencies = new ArrayList<>();
        long end = System.nanoTime() + SPAN.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                List<Long> own = new ArrayList<>();
                for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
                    action.run();
                    own.add(System.nanoTime() - start);
                }
                synchronized (latencies) {
                    latencies.addAll(own);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return latencies;
    }

    private void print(String what, int callers, List<Long> latencies, String more) {
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%s, %d callers: %,.0f %s/s, p50 %.3f ms, p99 %.3f ms %s%n",
                getClass().getSimpleName(),
                callers,
                sorted.length * 1e3 / SPAN.toMillis(),
                what,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                more);
    }
}
