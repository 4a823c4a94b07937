// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import io.fleetward.application.identity.AdministrativeAct;
import io.fleetward.application.identity.AdministrativeActs;
import io.fleetward.application.outbox.DurableOutbox;
import io.fleetward.application.outbox.Outbox;
import io.fleetward.application.outbox.OutboxEntries;
import io.fleetward.application.outbox.OutboxEntry;
import io.fleetward.application.outbox.OutboxHandler;
import io.fleetward.application.outbox.OutboxWorker;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.identity.JdbcAdministrativeActs;
import io.fleetward.store.outbox.JdbcOutboxEntries;
import io.fleetward.testkit.VirtualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A process that writes from several threads until it is killed, and says on its output what it was told is durable.
 *
 * <p>Each write leaves an act {@code written} and an outbox entry, both with the id of the write; the handler of the
 * outbox leaves an act {@code handled} in the transaction that removes the entry. Every fifth write is taken back
 * after its act {@code never} was written.
 */
final class CrashingWriter {
    static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    static final String WRITTEN = "test:written";
    static final String HANDLED = "test:handled";
    static final String NEVER = "test:never";

    private static final String TOPIC = "crash";
    private static final int THREADS = 6;

    private final SqlDatabase database;
    private final AdministrativeActs acts = new JdbcAdministrativeActs();
    private final Outbox outbox;
    private final OutboxWorker worker;
    private final String round;

    private CrashingWriter(StoreLocation location, String round) {
        this.round = round;
        database = SqlDatabase.openMigrated(location, StoreDatabase.FLEETWARD);
        VirtualClock clock = VirtualClock.atStart();
        OutboxEntries entries = new JdbcOutboxEntries();
        worker = new OutboxWorker(database, entries, new VirtualTimers(clock), clock);
        outbox = new DurableOutbox(entries, worker, clock);
    }

    /** Arguments: a name for this run, then the folder, or the URL of the database with its user. */
    public static void main(String[] arguments) throws IOException {
        // The parent lets the process come up early and starts the writing when it is this one's turn.
        int go = System.in.read();
        StoreLocation location = arguments.length == 2
                ? new StoreLocation.SqliteFolder(Path.of(arguments[1]))
                : new StoreLocation.Postgres(arguments[1], arguments[2], arguments[2]);
        if (go >= 0) {
            new CrashingWriter(location, arguments[0]).run();
        }
    }

    private void run() {
        worker.start(List.of(new MarkingHandler()));
        for (int thread = 0; thread < THREADS; thread++) {
            String prefix = round + "-" + thread + "-";
            Thread.ofPlatform().start(() -> writeForever(prefix));
        }
    }

    private void writeForever(String prefix) {
        for (int number = 0; ; number++) {
            String id = prefix + number;
            if (number % 5 == 4) {
                writeAndTakeBack(id);
            } else {
                database.change(tx -> {
                    acts.append(tx, act(WRITTEN, id));
                    outbox.append(tx, new OutboxEntry(HERE, TOPIC, id, ""));
                });
                acknowledge(id);
            }
        }
    }

    private void writeAndTakeBack(String id) {
        try {
            database.change(tx -> {
                acts.append(tx, act(NEVER, id));
                throw new IllegalStateException("taken back");
            });
        } catch (IllegalStateException expected) {
            return;
        }
        throw new AssertionError("the failure of the work was lost");
    }

    /** One call, so that a line is written whole or not at all. */
    private static void acknowledge(String id) {
        synchronized (System.out) {
            System.out.print(id + "\n");
            System.out.flush();
        }
    }

    private final class MarkingHandler implements OutboxHandler {
        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public void handle(Tx tx, List<OutboxEntry> batch) {
            batch.forEach(entry -> acts.append(tx, act(HANDLED, entry.key())));
        }
    }

    static AdministrativeAct act(String action, String id) {
        return new AdministrativeAct(Instant.EPOCH, HERE, "crash", "AKIA", action, "*", "Success", "127.0.0.1", id);
    }
}
