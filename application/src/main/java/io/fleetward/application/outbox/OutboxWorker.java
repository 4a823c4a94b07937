// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

import io.fleetward.application.error.TerminalException;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.time.Timers;
import io.fleetward.application.work.WokenThread;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the entries of the outbox to their handlers, woken by the commit that wrote them.
 *
 * <p>Goes through the entries in the order they were written, a batch in each transaction: the handlers run in the
 * transaction that removes the entries. When a batch fails, each of its lanes is tried alone, and only those that
 * fail are parked; the others go on. Entries of a parked lane wait in the store, whatever happens to this process.
 *
 * <p>{@link #wake}, {@link #close} and the counters are thread-safe; the rest is confined to the worker's one thread.
 */
public final class OutboxWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
    /** Bounds the time the writer of the store spends on one batch. */
    static final int BATCH = 200;

    private final Transactions transactions;
    private final OutboxEntries entries;
    private final Timers timers;
    private final InstantSource clock;
    private final ParkedLanes parked;
    private final WokenThread thread = new WokenThread("outbox", this::workOff);
    private final LongAdder handled = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private volatile Delivery delivery;
    private long cursor;

    public OutboxWorker(Transactions transactions, OutboxEntries entries, Timers timers, InstantSource clock) {
        this.transactions = transactions;
        this.entries = entries;
        this.timers = timers;
        this.clock = clock;
        this.parked = new ParkedLanes(timers, clock, this::wake);
        this.delivery = new Delivery(entries, Map.of());
    }

    /** Begins to work, first on what an earlier process left. */
    public void start(List<OutboxHandler> handlers) {
        use(handlers);
        thread.start();
    }

    /** There may be something to do; never blocks. */
    public void wake() {
        thread.wake();
    }

    /** Finishes the batch at hand and stops; what is left waits for the next start. */
    @Override
    public void close() {
        thread.close();
        parked.cancelAll();
    }

    /** What waits in the store; blocks. */
    public Backlog backlog() {
        return transactions.read(entries::backlog);
    }

    /** Entries handled since the start. */
    public long handled() {
        return handled.sum();
    }

    /** Attempts that failed since the start. */
    public long failures() {
        return failures.sum();
    }

    void use(List<OutboxHandler> handlers) {
        delivery = new Delivery(
                entries,
                handlers.stream().collect(Collectors.toUnmodifiableMap(OutboxHandler::topic, Function.identity())));
    }

    /** Does everything that can be done now; when the store fails, tries again in a second. */
    void workOff() {
        try {
            for (Lane lane = parked.nextDue(); lane != null && !thread.isStopping(); lane = parked.nextDue()) {
                retry(lane);
            }
            boolean isMoreLikely = true;
            while (isMoreLikely && !thread.isStopping() && !parked.isFull()) {
                isMoreLikely = advance();
            }
        } catch (TerminalException failure) {
            throw failure;
        } catch (RuntimeException storeFailure) {
            LOG.atWarn().setCause(storeFailure).log("outbox-store-unavailable");
            timers.at(clock.instant().plus(ParkedLanes.FIRST_DELAY), this::wake);
        }
    }

    /** Handles the next batch of new entries; answers whether it was a full one. */
    private boolean advance() {
        var seen = new ArrayList<StoredEntry>(BATCH);
        try {
            long delivered = transactions.write(tx -> {
                seen.addAll(entries.after(tx, cursor, BATCH));
                List<StoredEntry> ready = seen.stream()
                        .filter(entry -> !parked.contains(entry.lane()))
                        .toList();
                delivery.deliver(tx, ready);
                return (long) ready.size();
            });
            handled.add(delivered);
        } catch (HandlerFailure failure) {
            eachLaneAlone(seen);
        }
        if (!seen.isEmpty()) {
            cursor = seen.getLast().sequence();
        }
        return seen.size() == BATCH;
    }

    private void eachLaneAlone(List<StoredEntry> batch) {
        var lanes = new LinkedHashMap<Lane, List<StoredEntry>>();
        for (StoredEntry stored : batch) {
            if (!parked.contains(stored.lane())) {
                lanes.computeIfAbsent(stored.lane(), lane -> new ArrayList<>()).add(stored);
            }
        }
        lanes.forEach((lane, ofLane) -> {
            try {
                transactions.change(tx -> delivery.deliver(tx, ofLane));
                handled.add(ofLane.size());
            } catch (HandlerFailure failure) {
                park(lane, failure);
            }
        });
    }

    /** Works off what a parked lane holds; its newer entries come with the next batches. */
    private void retry(Lane lane) {
        try {
            int delivered = BATCH;
            while (delivered == BATCH) {
                delivered = transactions.write(tx -> {
                    List<StoredEntry> batch = entries.ofLane(tx, lane, cursor, BATCH);
                    delivery.deliver(tx, batch);
                    return batch.size();
                });
                handled.add(delivered);
            }
            parked.release(lane);
        } catch (HandlerFailure failure) {
            park(lane, failure);
        } catch (TerminalException failure) {
            throw failure;
        } catch (RuntimeException storeFailure) {
            parked.park(lane);
            throw storeFailure;
        }
    }

    private void park(Lane lane, HandlerFailure failure) {
        failures.increment();
        Duration delay = parked.park(lane);
        LOG.atWarn()
                .addKeyValue("topic", lane.topic())
                .addKeyValue("key", lane.key())
                .addKeyValue("account", lane.scope().account())
                .addKeyValue("retryIn", delay)
                .setCause(failure.getCause())
                .log("outbox-handler-failed");
    }
}
