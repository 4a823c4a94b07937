// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the outbox promises to those who leave entries and to those who handle them, on any store. */
public abstract class OutboxContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");

    private final VirtualClock clock = VirtualClock.atStart();
    private final VirtualTimers timers = new VirtualTimers(clock);
    private final List<OutboxWorker> workers = new ArrayList<>();

    protected abstract Transactions transactions();

    protected abstract OutboxEntries entries();

    /** Notes what it is handed, and fails for the keys it is told to. */
    private static class RecordingHandler implements OutboxHandler {
        private final String topic;
        private final Set<String> failing = new HashSet<>();
        private final List<String> seen = new ArrayList<>();

        RecordingHandler(String topic) {
            this.topic = topic;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public synchronized void handle(Tx tx, List<OutboxEntry> batch) {
            if (batch.stream().anyMatch(entry -> failing.contains(entry.key()))) {
                throw new IllegalStateException("told to fail");
            }
            var bodies = batch.stream().map(OutboxEntry::body).toList();
            tx.afterCommit(() -> note(bodies));
        }

        synchronized void failFor(String key) {
            failing.add(key);
        }

        synchronized void recover() {
            failing.clear();
        }

        synchronized List<String> seen() {
            return List.copyOf(seen);
        }

        private synchronized void note(List<String> bodies) {
            seen.addAll(bodies);
        }
    }

    private final RecordingHandler findings = new RecordingHandler("findings");
    private OutboxWorker worker;
    private Outbox outbox;

    @BeforeEach
    void makeWorker() {
        worker = worker(findings);
        outbox = new DurableOutbox(entries(), worker, clock);
    }

    @AfterEach
    void stopWorkers() {
        workers.forEach(OutboxWorker::close);
    }

    @Test
    void handlesEntriesOfOneKeyInTheOrderTheyWereWritten() {
        for (int number = 0; number < 500; number++) {
            leave("findings", "key", "body " + number);
        }

        worker.workOff();

        assertThat(findings.seen()).hasSize(500).startsWith("body 0", "body 1").endsWith("body 498", "body 499");
        assertThat(worker.backlog().depth()).isZero();
        assertThat(worker.handled()).isEqualTo(500);
    }

    @Test
    void leavesNothingWhenTheTransactionFails() {
        assertThatThrownBy(() -> transactions().change(tx -> {
                    outbox.append(tx, new OutboxEntry(HERE, "findings", "key", "never"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        worker.workOff();

        assertThat(findings.seen()).isEmpty();
        assertThat(worker.backlog().depth()).isZero();
    }

    @Test
    void holdsBackOnlyTheKeyThatFails() {
        findings.failFor("bad");
        leave("findings", "good", "good 1");
        leave("findings", "bad", "bad 1");
        leave("findings", "good", "good 2");
        worker.workOff();
        leave("findings", "bad", "bad 2");
        leave("findings", "good", "good 3");
        worker.workOff();

        assertThat(findings.seen()).containsExactly("good 1", "good 2", "good 3");
        assertThat(worker.backlog().depth()).isEqualTo(2);

        findings.recover();
        timers.advance(Duration.ofSeconds(1));
        worker.workOff();

        assertThat(findings.seen()).containsExactly("good 1", "good 2", "good 3", "bad 1", "bad 2");
        assertThat(worker.backlog().depth()).isZero();
    }

    @Test
    void goesOnWithTheNewEntriesOfAKeyThatRecovered() {
        findings.failFor("key");
        leave("findings", "key", "1");
        worker.workOff();
        findings.recover();
        timers.advance(Duration.ofSeconds(1));
        worker.workOff();

        leave("findings", "key", "2");
        worker.workOff();

        assertThat(findings.seen()).containsExactly("1", "2");
    }

    @Test
    void triesAgainWithDoublingDelays() {
        findings.failFor("key");
        leave("findings", "key", "1");
        worker.workOff();

        for (long seconds : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300)) {
            long before = worker.failures();
            timers.advance(Duration.ofSeconds(seconds).minusMillis(1));
            worker.workOff();
            assertThat(worker.failures()).as("just before %s s", seconds).isEqualTo(before);
            timers.advance(Duration.ofMillis(1));
            worker.workOff();
            assertThat(worker.failures()).as("after %s s", seconds).isEqualTo(before + 1);
        }
    }

    @Test
    void keepsTheSameKeyOfTwoTenantsApart() {
        var elsewhere = AccountRegion.of("111111111111", "us-east-1");
        var handler = new RecordingHandler("findings") {
            @Override
            public synchronized void handle(Tx tx, List<OutboxEntry> batch) {
                if (batch.stream().anyMatch(entry -> entry.scope().equals(elsewhere))) {
                    throw new IllegalStateException("not this tenant");
                }
                super.handle(tx, batch);
            }
        };
        OutboxWorker tenants = worker(handler);
        leave(elsewhere, "findings", "key", "theirs");
        leave(HERE, "findings", "key", "ours");

        tenants.workOff();

        assertThat(handler.seen()).containsExactly("ours");
    }

    @Test
    void holdsBackATopicNothingHandles() {
        leave("unknown", "key", "later");
        leave("findings", "key", "now");

        worker.workOff();

        assertThat(findings.seen()).containsExactly("now");
        assertThat(worker.backlog().depth()).isOne();
    }

    @Test
    void undoesWhatAHandlerChangedBeforeItFailed() {
        OutboxHandler careless = new OutboxHandler() {
            @Override
            public String topic() {
                return "careless";
            }

            @Override
            public void handle(Tx tx, List<OutboxEntry> batch) {
                outbox.append(tx, new OutboxEntry(HERE, "findings", "key", "half done"));
                throw new IllegalStateException("after a change");
            }
        };
        OutboxWorker both = worker(careless, findings);
        leave("careless", "key", "go");

        both.workOff();

        assertThat(findings.seen()).isEmpty();
        assertThat(both.backlog().depth()).isOne();
    }

    @Test
    void goesOnAfterARestartWithWhatWasLeft() {
        findings.failFor("key");
        leave("findings", "key", "1");
        worker.workOff();
        leave("findings", "other", "2");
        findings.recover();

        OutboxWorker next = worker(findings);
        next.workOff();

        assertThat(findings.seen()).containsExactly("1", "2");
    }

    @Test
    void reportsDepthAndAgeOfTheBacklog() {
        leave("findings", "key", "old");
        clock.advance(Duration.ofMinutes(3));
        leave("findings", "key", "new");

        assertThat(worker.backlog()).isEqualTo(new Backlog(2, clock.instant().minus(Duration.ofMinutes(3))));
    }

    @Test
    void isWokenByTheCommit() {
        worker.start(List.of(findings));
        leave("findings", "key", "1");

        await().until(() -> findings.seen().equals(List.of("1")));
        leave("findings", "key", "2");

        await().until(() -> findings.seen().equals(List.of("1", "2")));
    }

    private OutboxWorker worker(OutboxHandler... handlers) {
        var made = new OutboxWorker(transactions(), entries(), timers, clock);
        made.use(List.of(handlers));
        workers.add(made);
        return made;
    }

    private void leave(String topic, String key, String body) {
        leave(HERE, topic, key, body);
    }

    private void leave(AccountRegion scope, String topic, String key, String body) {
        transactions().change(tx -> outbox.append(tx, new OutboxEntry(scope, topic, key, body)));
    }
}
