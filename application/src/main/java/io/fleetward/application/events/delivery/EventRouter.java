// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.error.TerminalException;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.Timers;
import io.fleetward.application.work.WokenThread;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events from the queue in their order, finds the rules that pick them, and adds them to the
 * lanes of the targets and to archives.
 *
 * <p>An event leaves the queue in the transaction that adds it to the lanes, so that it is neither lost nor there twice,
 * whatever happens to this process. Matching happens on the router's own thread, outside of transactions.
 *
 * <p>{@link #wake} and {@link #close} are thread-safe; the rest is confined to the router's one thread.
 */
public final class EventRouter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventRouter.class);
    /** Bounds what one transaction adds: each event may go to 1,500 lanes, though few do to more than some. */
    static final int BATCH = 100;

    private static final Duration STORE_PAUSE = Duration.ofSeconds(1);

    private final DeliveryStore store;
    private final LaneFinder finder;
    private final EventArchive archive;
    private final Consumer<TargetLane> wakeLane;
    private final Timers timers;
    private final InstantSource clock;
    private final WokenThread thread = new WokenThread("event-router", this::routeAll);
    private long cursor;

    /** @param wakeLane told of each lane that got something; must not block */
    public EventRouter(
            DeliveryStore store,
            LaneFinder finder,
            EventArchive archive,
            Consumer<TargetLane> wakeLane,
            Timers timers,
            InstantSource clock) {
        this.store = store;
        this.finder = finder;
        this.archive = archive;
        this.wakeLane = wakeLane;
        this.timers = timers;
        this.clock = clock;
    }

    /** Begins to route, first what an earlier process left. */
    public void start() {
        thread.start();
    }

    /** There may be something to route; never blocks. */
    public void wake() {
        thread.wake();
    }

    /** Finishes the batch at hand and stops; what is left waits for the next start. */
    @Override
    public void close() {
        thread.close();
    }

    /** Routes what there is; when the store fails, tries again in a second. */
    void routeAll() {
        try {
            boolean isMoreLikely = true;
            while (isMoreLikely && !thread.isStopping()) {
                isMoreLikely = routeBatch();
            }
        } catch (TerminalException failure) {
            throw failure;
        } catch (RuntimeException storeFailure) {
            LOG.atWarn().setCause(storeFailure).log("event-store-unavailable");
            timers.at(clock.instant().plus(STORE_PAUSE), this::wake);
        }
    }

    /** Routes the next events; answers whether there are likely more. */
    private boolean routeBatch() {
        List<QueuedEvents.Placed> batch =
                store.transactions().read(tx -> store.queue().after(tx, cursor, BATCH));
        if (batch.isEmpty()) {
            return false;
        }
        var routed = new LinkedHashMap<QueuedEvent, List<TargetLane>>();
        batch.forEach(placed -> routed.put(placed.event(), finder.lanes(placed.event(), _ -> true)));
        Consumer<Tx> keeping = archive.keeping(List.copyOf(routed.sequencedKeySet()));
        store.transactions().change(tx -> {
            keeping.accept(tx);
            store.deliveries().add(tx, routed, clock.instant());
            store.queue()
                    .remove(
                            tx,
                            batch.stream().map(QueuedEvents.Placed::sequence).toList());
        });
        cursor = batch.getLast().sequence();
        Set<TargetLane> touched = new LinkedHashSet<>();
        routed.values().forEach(touched::addAll);
        touched.forEach(wakeLane);
        return batch.size() == BATCH;
    }
}
