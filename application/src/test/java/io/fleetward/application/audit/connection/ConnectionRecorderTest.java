// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fleetward.application.audit.connection.RecordedConnections.Recording;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.audit.view.PastConnection;
import io.fleetward.audit.view.TimeSpan;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectionRecorderTest {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final String ADDRESS = "192.0.2.7";
    private static final int WAITING = 4_000;
    private static final Duration TICK = Duration.ofSeconds(1);

    private final VirtualClock clock = VirtualClock.atStart();
    private final VirtualTimers timers = new VirtualTimers(clock);
    private final FragileStore store = new FragileStore();
    private final RecordedConnections connections = new InMemoryRecordedConnections();
    private ConnectionRecorder recorder = started();

    @Test
    void recordsBeginningAndEndOfAConnection() {
        Instant connected = clock.instant();
        connect("pump-1");
        timers.advance(TICK);
        assertThat(recorded()).containsExactly(past("pump-1", connected, null, null));

        disconnect("pump-1", connected, DisconnectReason.CONNECTION_LOST);
        timers.advance(TICK);
        assertThat(recorded()).containsExactly(past("pump-1", connected, connected.plus(TICK), "CONNECTION_LOST"));
    }

    @Test
    void tellsATakeoverFromOtherEnds() {
        Instant connected = clock.instant();
        connect("pump-1");
        disconnect("pump-1", connected, DisconnectReason.DUPLICATE_CLIENTID);
        timers.advance(TICK);

        assertThat(recorded()).containsExactly(past("pump-1", connected, connected, "DUPLICATE_CLIENTID"));
    }

    @Test
    void takesNoNoticeOfMessages() {
        recorder.accept(List.of(
                new BrokerFact.ConnectAttempted(HERE, "pump-1", clock.millis(), ADDRESS),
                new BrokerFact.MessageReceived(HERE, "pump-1", clock.millis(), "t", 5, ADDRESS),
                new BrokerFact.MessageDelivered(HERE, "pump-1", clock.millis(), "t", 5)));
        timers.advance(TICK);

        assertThat(recorded()).isEmpty();
    }

    @Test
    void endsWhatAKilledProcessLeftOpenWhenItWasLastSeen() {
        Instant connected = clock.instant();
        connect("pump-1");
        timers.advance(Duration.ofMinutes(10).plusSeconds(30));
        Instant seen = seenAt();
        timers.advance(Duration.ofSeconds(20));
        clock.advance(Duration.ofHours(3));

        recorder = started();

        assertThat(seen).isBetween(connected.plus(Duration.ofMinutes(9)), connected.plus(Duration.ofMinutes(11)));
        assertThat(recorded()).singleElement().satisfies(past -> {
            assertThat(past.endedAt()).isBetween(seen, connected.plus(Duration.ofMinutes(11)));
            assertThat(past.isTakenOver()).isFalse();
        });
    }

    @Test
    void goesOnRecordingWhereTheLastProcessEnded() {
        Instant since = recorder.since();
        recorder.close();
        timers.advance(Duration.ofDays(1));

        recorder = started();

        assertThat(recorder.since()).isEqualTo(since);
        assertThat(histories().readyAt()).isEqualTo(since.plus(Duration.ofMinutes(5)));
    }

    @Test
    void writesWhatIsLeftWhenItCloses() {
        Instant connected = clock.instant();
        connect("pump-1");
        recorder.close();
        connect("pump-2");
        timers.advance(TICK);

        assertThat(recorded()).containsExactly(past("pump-1", connected, null, null));
    }

    @Test
    void triesAgainWhenTheStoreRefuses() {
        Instant connected = clock.instant();
        connect("pump-1");
        store.isBroken = true;
        timers.advance(TICK);
        disconnect("pump-1", connected, DisconnectReason.CLIENT_INITIATED_DISCONNECT);
        connect("pump-2");
        store.isBroken = false;
        timers.advance(TICK);

        assertThat(recorded())
                .extracting(PastConnection::clientId, PastConnection::endedAt)
                .containsExactly(tuple("pump-1", connected.plus(TICK)), tuple("pump-2", null));
    }

    @Test
    void boundsWhatWaitsForTheStore() {
        store.isBroken = true;
        for (int number = 0; number < WAITING + 10; number++) {
            connect("pump-" + number);
        }
        Instant connected = clock.instant();
        disconnect("pump-0", connected, DisconnectReason.CONNECTION_LOST);
        store.isBroken = false;
        timers.advance(TICK);

        assertThat(recorded()).hasSize(WAITING);
        assertThat(recorded().getFirst().endedAt()).isEqualTo(connected);
    }

    @Test
    void forgetsWhatNoAuditLooksBackTo() {
        Instant connected = clock.instant();
        connect("pump-1");
        disconnect("pump-1", connected, DisconnectReason.CONNECTION_LOST);
        connect("pump-2");
        timers.advance(ConnectionRecorder.RETENTION.plusHours(2));

        assertThat(recorded()).extracting(PastConnection::clientId).containsExactly("pump-2");
    }

    @Test
    void showsAHistoryAsItWasAtTheEndOfTheSpan() {
        Instant connected = clock.instant();
        connect("pump-1");
        timers.advance(TICK);
        disconnect("pump-1", connected, DisconnectReason.DUPLICATE_CLIENTID);
        timers.advance(TICK);
        var history = histories().of(HERE, connected);
        var ended = new TimeSpan(connected, connected.plus(Duration.ofMillis(1001)));
        var lasting = new TimeSpan(connected, connected.plus(TICK));

        assertThat(history.previousRun()).isEqualTo(connected);
        assertThat(history.byPrincipal(ended))
                .containsExactly(past("pump-1", connected, connected.plus(TICK), "DUPLICATE_CLIENTID"));
        assertThat(history.byClient(lasting)).containsExactly(past("pump-1", connected, null, null));
    }

    @Test
    void readsALongHistoryPageByPage() {
        for (int number = 0; number < 2_500; number++) {
            connect("pump-" + number);
        }
        timers.advance(TICK);
        var all = new TimeSpan(Instant.EPOCH, clock.instant());

        assertThat(histories().of(HERE, null).byClient(all)).hasSize(2_500);
    }

    private ConnectionRecorder started() {
        var started = new ConnectionRecorder(store, connections, clock, timers, WAITING);
        started.start();
        return started;
    }

    private RecordedHistories histories() {
        return new RecordedHistories(store, connections, recorder, Duration.ofMinutes(5));
    }

    private Instant seenAt() {
        return Objects.requireNonNull(store.<@Nullable Recording>read(connections::recording))
                .seenAt();
    }

    private void connect(String clientId) {
        recorder.accept(new BrokerFact.Connected(HERE, clientId, clock.millis(), "certificate", ADDRESS));
    }

    private void disconnect(String clientId, Instant connectedAt, DisconnectReason reason) {
        recorder.accept(new BrokerFact.Disconnected(
                HERE, clientId, clock.millis(), "certificate", ADDRESS, connectedAt.toEpochMilli(), reason));
    }

    private List<PastConnection> recorded() {
        var everything = new TimeSpan(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(365 * 1_000)));
        return new RecordedHistories(store, connections, recorder, Duration.ZERO)
                .of(HERE, null)
                .byClient(everything)
                .toList();
    }

    private static PastConnection past(
            String clientId, Instant connectedAt, @Nullable Instant endedAt, @Nullable String endReason) {
        return new PastConnection(HERE, clientId, "certificate", connectedAt, endedAt, endReason, ADDRESS);
    }

    /** Refuses to write in the background while it is broken. */
    private static final class FragileStore implements Transactions {
        private final Transactions sound = new InMemoryTransactions();
        private boolean isBroken;

        @Override
        public <T extends @Nullable Object> T read(Function<Tx, T> work) {
            return sound.read(work);
        }

        @Override
        public <T extends @Nullable Object> T write(Function<Tx, T> work) {
            return sound.write(work);
        }

        @Override
        public <T extends @Nullable Object> CompletionStage<T> readAsync(Function<Tx, T> work) {
            return sound.readAsync(work);
        }

        @Override
        public <T extends @Nullable Object> CompletionStage<T> writeAsync(Function<Tx, T> work) {
            return isBroken
                    ? CompletableFuture.failedFuture(new IllegalStateException("broken on purpose"))
                    : sound.writeAsync(work);
        }
    }
}
