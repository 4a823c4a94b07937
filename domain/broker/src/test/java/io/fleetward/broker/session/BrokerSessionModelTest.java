// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.testkit.Seed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A durable session among publishers, a store, and a client that comes and goes, against the simplest possible model. */
class BrokerSessionModelTest {
    private static final SessionTerms HOUR = new SessionTerms(3_600);

    private final Seed seed = Seed.current();
    private final RandomGenerator random = seed.generator();
    private final BrokerLimits limits = new BrokerLimits(
            BrokerLimits.AWS.packet(),
            new BrokerLimits.Session(50, 3, 8, 40, 1_000_000),
            BrokerLimits.AWS.keepAlive(),
            BrokerLimits.AWS.pace(),
            1,
            1);
    private final BrokerSession session = new BrokerSession(BrokerSessionTest.CLIENT, HOUR, limits);
    private final TreeMap<Long, QueuedMessage> disk = new TreeMap<>();
    private final Deque<QueuedMessage> writing = new ArrayDeque<>();
    private final List<Long> acknowledged = new ArrayList<>();
    private final TreeSet<Long> owed = new TreeSet<>();
    private final TreeMap<Integer, Long> inFlight = new TreeMap<>();
    private long lastSent;

    @Test
    void deliversEveryStoredMessageInOrderUntilItIsAcknowledged() {
        for (int step = 0; step < 20_000; step++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> publish();
                case 2, 3 -> commit();
                case 4 -> acknowledge();
                case 5 -> settle();
                case 6 -> send();
                default -> comeOrGo();
            }
        }
        finish();
        assertThat(owed).as("%s", seed).isEmpty();
        assertThat(session.queued()).as("%s", seed).isZero();
    }

    private void publish() {
        if (session.place(BrokerSessionTest.message(1), 1) instanceof Placement.Store(QueuedMessage message)) {
            writing.add(message);
            owed.add(message.sequence());
        } else {
            assertThat(session.queued()).as("%s", seed).isEqualTo(40);
        }
    }

    private void commit() {
        QueuedMessage message = writing.poll();
        if (message != null) {
            disk.put(message.sequence(), message);
            session.stored(message);
            send();
        }
    }

    private void send() {
        if (session.wantsLoad()) {
            long after = session.loadAfter();
            session.load(
                    after,
                    disk.tailMap(after, false).values().stream()
                            .limit(session.loadSize())
                            .toList());
        }
        for (InFlight next = session.next(); next != null; next = session.next()) {
            long sequence = next.queued().sequence();
            assertThat(owed).as("%s sent although acknowledged", seed).contains(sequence);
            assertThat(sequence).as("%s order", seed).isGreaterThan(lastSent);
            assertThat(inFlight.put(next.packetId(), sequence))
                    .as("%s packet id in use", seed)
                    .isNull();
            assertThat(inFlight.size()).as("%s window", seed).isLessThanOrEqualTo(3);
            lastSent = sequence;
        }
    }

    private void acknowledge() {
        var first = inFlight.pollFirstEntry();
        if (first != null) {
            assertThat(session.acknowledge(first.getKey())).isNotNull();
            owed.remove(first.getValue());
            acknowledged.add(first.getValue());
            send();
        }
    }

    private void settle() {
        List<Long> done = List.copyOf(acknowledged);
        done.forEach(disk::remove);
        session.settled(done);
        acknowledged.clear();
    }

    private void comeOrGo() {
        if (session.isConnected()) {
            session.detach();
        } else {
            session.attach(HOUR, 3);
        }
        inFlight.clear();
        lastSent = 0;
    }

    private void finish() {
        if (!session.isConnected()) {
            comeOrGo();
        }
        while (!writing.isEmpty() || !owed.isEmpty()) {
            int before = owed.size() + writing.size();
            commit();
            send();
            acknowledge();
            assertThat(owed.size() + writing.size()).as("%s stuck", seed).isLessThan(before);
        }
    }
}
