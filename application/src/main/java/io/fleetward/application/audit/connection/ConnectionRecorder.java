// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit.connection;

import io.fleetward.application.audit.connection.RecordedConnections.Recording;
import io.fleetward.application.broker.BrokerFactSink;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.Timers;
import io.fleetward.application.time.Timers.Timer;
import io.fleetward.audit.view.PastConnection;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records who is connected to the broker, from its facts (audit, device certificate shared).
 *
 * <p>Thread-safe. Taking facts in never waits for the store: what begins or ends is collected in memory and written once
 * a second. What was not written when the process is killed is lost; connections that were open then are ended, at the
 * next start, at the last moment at which the process is known to have lived, which is at most {@link #HEARTBEAT}
 * earlier than the truth. Bounded three ways: by age, by rows of an account, by what may wait for the store.
 */
public final class ConnectionRecorder implements BrokerFactSink, AutoCloseable {
    /** As far as audits look back (audit, device certificate shared). */
    public static final Duration RETENTION = Duration.ofDays(31).plusHours(2);

    /** Connections kept for an account in a region; then the oldest are forgotten. */
    static final int KEPT = 1_000_000;

    /** So many more may be there until the oldest are forgotten. */
    static final int SLACK = KEPT / 10;

    /** Connections that may wait for the store; beyond it further ones go unrecorded. */
    private static final int WAITING = 200_000;

    static final Duration HEARTBEAT = Duration.ofMinutes(1);

    private static final Duration FLUSH = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final int BATCH = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionRecorder.class);

    private final Transactions transactions;
    private final RecordedConnections connections;
    private final InstantSource clock;
    private final Timers timers;
    private final int mostWaiting;
    private final Map<Name, PastConnection> waiting = new LinkedHashMap<>();
    private final Map<AccountRegion, Integer> sinceTrim = new HashMap<>();
    private final Map<String, Timer> wakes = new HashMap<>();
    private Instant since = Instant.MAX;
    private Instant seenAt = Instant.MIN;
    private long unrecorded;
    private CompletableFuture<Boolean> flight = CompletableFuture.completedFuture(Boolean.TRUE);
    private boolean isOpen;

    /** What tells one connection from all others. */
    private record Name(AccountRegion scope, String clientId, String principalId, Instant connectedAt) {
        static Name of(PastConnection connection) {
            return new Name(
                    connection.scope(), connection.clientId(), connection.principalId(), connection.connectedAt());
        }
    }

    /** What is on its way to the store, and what completes when it has arrived or was refused. */
    private record Batch(List<PastConnection> connections, CompletableFuture<Boolean> landed) {}

    public ConnectionRecorder(
            Transactions transactions, RecordedConnections connections, InstantSource clock, Timers timers) {
        this(transactions, connections, clock, timers, WAITING);
    }

    /** A recorder for which so many connections may wait for the store. */
    ConnectionRecorder(
            Transactions transactions,
            RecordedConnections connections,
            InstantSource clock,
            Timers timers,
            int mostWaiting) {
        this.mostWaiting = mostWaiting;
        this.transactions = transactions;
        this.connections = connections;
        this.clock = clock;
        this.timers = timers;
    }

    /** Ends what the last process left open and begins to record; to be called before the broker starts. Blocks. */
    public void start() {
        Instant now = clock.instant();
        Recording recording = transactions.write(tx -> {
            Recording before = connections.recording(tx);
            if (before != null) {
                connections.endOpen(tx, before.seenAt());
            }
            var present = new Recording(before == null ? now : before.since(), now);
            connections.putRecording(tx, present);
            return present;
        });
        begin(recording);
        repeat("flush", FLUSH, this::flush);
        sweep();
        repeat("sweep", SWEEP, this::sweep);
    }

    /** Since when connections have been recorded, by this process or earlier ones. */
    public synchronized Instant since() {
        return since;
    }

    @Override
    public void accept(List<BrokerFact> facts) {
        for (BrokerFact fact : facts) {
            if (fact instanceof BrokerFact.Connected connected) {
                note(begun(connected));
            } else if (fact instanceof BrokerFact.Disconnected disconnected) {
                note(ended(disconnected));
            }
        }
    }

    /** Writes what is left; facts that come later are ignored. */
    @Override
    public void close() {
        List<PastConnection> last = end();
        try {
            transactions.change(tx -> write(tx, last));
        } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("connections.not-recorded");
        }
    }

    private synchronized void begin(Recording recording) {
        since = recording.since();
        seenAt = recording.seenAt();
        isOpen = true;
    }

    private synchronized List<PastConnection> end() {
        isOpen = false;
        wakes.values().forEach(Timer::cancel);
        return take();
    }

    private synchronized void note(PastConnection connection) {
        Name name = Name.of(connection);
        if (!isOpen) {
            return;
        }
        if (waiting.size() < mostWaiting || waiting.containsKey(name)) {
            waiting.put(name, connection);
        } else {
            unrecorded++;
        }
    }

    private List<PastConnection> take() {
        List<PastConnection> taken = List.copyOf(waiting.values());
        waiting.clear();
        return taken;
    }

    /** Writes what has happened so far, unless the store refuses. Blocks. */
    void settle() {
        flight().join();
        flush();
        flight().join();
    }

    private void flush() {
        Batch batch = next();
        if (batch != null) {
            transactions
                    .writeAsync(tx -> {
                        write(tx, batch.connections());
                        return Boolean.TRUE;
                    })
                    .whenComplete((_, failure) -> written(batch, failure));
        }
    }

    /** What is to be written now; null when nothing is, or when the last batch is still on its way. */
    private synchronized @Nullable Batch next() {
        boolean isQuiet = waiting.isEmpty() && clock.instant().isBefore(seenAt.plus(HEARTBEAT));
        if (isQuiet || !flight.isDone()) {
            return null;
        }
        flight = new CompletableFuture<>();
        seenAt = clock.instant();
        if (unrecorded > 0) {
            LOG.atWarn().addKeyValue("connections", unrecorded).log("connections.unrecorded");
            unrecorded = 0;
        }
        return new Batch(take(), flight);
    }

    private synchronized void written(Batch batch, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.atWarn().setCause(failure).log("connections.not-yet-recorded");
            // What happened to the same connection meanwhile is newer.
            batch.connections().forEach(connection -> waiting.putIfAbsent(Name.of(connection), connection));
        }
        batch.landed().complete(Boolean.TRUE);
    }

    private synchronized CompletableFuture<Boolean> flight() {
        return flight;
    }

    private void write(Tx tx, List<PastConnection> batch) {
        connections.save(tx, batch);
        connections.putRecording(tx, new Recording(since(), clock.instant()));
        grown(batch).forEach(scope -> connections.trim(tx, scope, KEPT));
    }

    /** Counts what is added to the accounts; answers those that have to be trimmed, each once after every start. */
    private synchronized List<AccountRegion> grown(List<PastConnection> batch) {
        batch.forEach(
                connection -> sinceTrim.compute(connection.scope(), (_, count) -> count == null ? SLACK : count + 1));
        List<AccountRegion> grown = sinceTrim.entrySet().stream()
                .filter(entry -> entry.getValue() >= SLACK)
                .map(Map.Entry::getKey)
                .toList();
        grown.forEach(scope -> sinceTrim.put(scope, 0));
        return grown;
    }

    private void sweep() {
        Instant cutoff = clock.instant().minus(RETENTION);
        transactions
                .writeAsync(tx -> connections.removeEndedBefore(tx, cutoff, BATCH) == BATCH)
                .whenComplete((isMore, failure) -> {
                    if (failure != null) {
                        LOG.atWarn().setCause(failure).log("connections.sweep.failed");
                    } else if (isMore) {
                        sweep();
                    }
                });
    }

    private synchronized void repeat(String name, Duration interval, Runnable work) {
        wakes.put(name, timers.at(clock.instant().plus(interval), () -> {
            if (isRecording()) {
                work.run();
                repeat(name, interval, work);
            }
        }));
    }

    private synchronized boolean isRecording() {
        return isOpen;
    }

    private static PastConnection begun(BrokerFact.Connected fact) {
        return new PastConnection(
                fact.scope(),
                fact.clientId(),
                fact.principalId(),
                Instant.ofEpochMilli(fact.at()),
                null,
                null,
                fact.sourceIp());
    }

    private static PastConnection ended(BrokerFact.Disconnected fact) {
        return new PastConnection(
                fact.scope(),
                fact.clientId(),
                fact.principalId(),
                Instant.ofEpochMilli(fact.connectedAt()),
                Instant.ofEpochMilli(fact.at()),
                fact.reason().name(),
                fact.sourceIp());
    }
}
