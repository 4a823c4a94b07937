// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EdgeLoopTest {
    private final AtomicLong millis = new AtomicLong(1_000);
    private final EdgeLoops loops = new EdgeLoops(2, () -> Instant.ofEpochMilli(millis.get()));
    private final EdgeLoop first = (EdgeLoop) loops.get();
    private final EdgeLoop second = (EdgeLoop) loops.get();

    @AfterEach
    void close() {
        loops.close();
    }

    @Test
    void timeStandsStillWithinABurst() {
        var seen = new CompletableFuture<List<Long>>();
        first.execute(() -> {
            long before = first.now();
            millis.set(2_000);
            seen.complete(List.of(before, first.now()));
        });

        assertThat(seen.join()).containsExactly(1_000L, 1_000L);
        // What is asked at once may still be part of the burst.
        await().untilAsserted(() -> assertThat(ask(first)).isEqualTo(2_000L));
    }

    @Test
    void runsWhatIsLeftForTheEndAfterEverythingElseOfTheBurst() {
        var order = new ArrayList<String>();
        var done = new CompletableFuture<List<String>>();
        first.execute(() -> {
            first.afterBurst(() -> {
                order.add("end");
                done.complete(List.copyOf(order));
            });
            first.execute(() -> order.add("task"));
            order.add("begin");
        });

        assertThat(done.join()).containsExactly("begin", "task", "end");
    }

    @Test
    void aFailingTaskKeepsNoOtherFromTheEndOfTheBurst() {
        var done = new CompletableFuture<String>();
        first.execute(() -> {
            first.afterBurst(() -> {
                throw new IllegalStateException("on purpose");
            });
            first.afterBurst(() -> done.complete("ran"));
        });

        assertThat(done.join()).isEqualTo("ran");
    }

    @Test
    void handsTasksToAnotherLoopInTheirOrderWhateverOneOfThemDoes() {
        var seen = new ArrayList<Integer>();
        var done = new CompletableFuture<List<Integer>>();
        first.execute(() -> {
            IntStream.range(0, 100)
                    .forEach(number -> second.execute(() -> {
                        assertThat(second.isCurrent()).isTrue();
                        seen.add(number);
                        if (number == 50) {
                            throw new IllegalStateException("on purpose");
                        }
                    }));
            second.execute(() -> done.complete(List.copyOf(seen)));
        });

        assertThat(done.join())
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    /** The time as a burst of its own sees it. */
    private static long ask(EdgeLoop loop) {
        return CompletableFuture.supplyAsync(loop::now, loop).join();
    }
}
