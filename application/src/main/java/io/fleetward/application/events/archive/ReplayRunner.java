// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.error.TerminalException;
import io.fleetward.application.events.archive.Archive.Holding;
import io.fleetward.application.events.delivery.DeliveryStore;
import io.fleetward.application.events.delivery.LaneFinder;
import io.fleetward.application.events.delivery.QueuedEvent;
import io.fleetward.application.events.delivery.TargetLane;
import io.fleetward.application.events.rule.EventRule;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.Timers;
import io.fleetward.application.work.WokenThread;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries out replays: takes events out of archives in the order in which they occurred and adds them to the lanes of the
 * targets whose rules pick them now.
 *
 * <p>How far a replay has come is kept in the transaction that adds to the lanes, so that it goes on after a restart and
 * adds nothing twice. Each replay takes {@value #BATCH} events at a time and then leaves the store to others for a while:
 * a thousand events a second at most.
 *
 * <p>{@link #wake} and {@link #close} are thread-safe; the rest is confined to the runner's one thread.
 */
public final class ReplayRunner implements AutoCloseable {
    static final int BATCH = 100;

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration STORE_PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);

    private final ArchiveStore store;
    private final DeliveryStore deliveries;
    private final LaneFinder finder;
    private final Consumer<TargetLane> wakeLane;
    private final Timers timers;
    private final InstantSource clock;
    private final WokenThread thread = new WokenThread("event-replay", this::runAll);

    /** @param wakeLane told of each lane that got something; must not block */
    public ReplayRunner(
            ArchiveStore store,
            DeliveryStore deliveries,
            LaneFinder finder,
            Consumer<TargetLane> wakeLane,
            Timers timers,
            InstantSource clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.finder = finder;
        this.wakeLane = wakeLane;
        this.timers = timers;
        this.clock = clock;
    }

    /** Begins, first with what an earlier process left. */
    public void start() {
        thread.start();
    }

    /** There may be something to do; never blocks. */
    public void wake() {
        thread.wake();
    }

    /** Finishes the batch at hand and stops; the rest goes on after the next start. */
    @Override
    public void close() {
        thread.close();
    }

    /** Takes one batch of each replay; when the store fails, tries again in a second. */
    void runAll() {
        try {
            boolean isMore = false;
            for (Replay replay : store.transactions().<List<Replay>>read(store.replays()::inProgress)) {
                isMore |= !thread.isStopping() && step(replay);
            }
            if (isMore) {
                timers.at(clock.instant().plus(PAUSE), this::wake);
            }
        } catch (TerminalException failure) {
            throw failure;
        } catch (RuntimeException storeFailure) {
            LOG.atWarn().setCause(storeFailure).log("event-replay-interrupted");
            timers.at(clock.instant().plus(STORE_PAUSE), this::wake);
        }
    }

    /** Takes the replay's next batch; answers whether there is more to do. */
    private boolean step(Replay replay) {
        List<ArchivedEvents.Placed> batch = store.transactions()
                .read(tx -> store.events().after(tx, replay.archiveId(), replay.position(), replay.until(), BATCH));
        var routed = new LinkedHashMap<QueuedEvent, List<TargetLane>>();
        Predicate<EventRule> wanted = wanted(replay);
        for (ArchivedEvents.Placed placed : batch) {
            QueuedEvent event = again(replay, placed.event());
            routed.put(event, finder.lanes(event, wanted));
        }
        Replay after = store.transactions().write(tx -> advance(tx, replay, batch, routed));
        Set<TargetLane> touched = new LinkedHashSet<>();
        routed.values().forEach(touched::addAll);
        touched.forEach(wakeLane);
        return after.isInProgress();
    }

    private Replay advance(
            Tx tx, Replay replay, List<ArchivedEvents.Placed> batch, Map<QueuedEvent, List<TargetLane>> routed) {
        Instant now = clock.instant();
        Replay current = store.replays().find(tx, replay.scope(), replay.name());
        if (current == null || !current.isInProgress()) {
            return replay.ended(Replay.State.CANCELLED, null, now);
        }
        Replay next = next(tx, current, batch, now);
        if (next.state() == Replay.State.RUNNING || next.state() == Replay.State.COMPLETED) {
            deliveries.deliveries().add(tx, routed, now);
        }
        store.replays().put(tx, next);
        return next;
    }

    private Replay next(Tx tx, Replay current, List<ArchivedEvents.Placed> batch, Instant now) {
        if (current.state() == Replay.State.CANCELLING) {
            return current.ended(Replay.State.CANCELLED, null, now);
        }
        Holding source = store.archives().find(tx, current.scope(), current.archive());
        if (source == null || !source.archive().id().equals(current.archiveId())) {
            return current.ended(Replay.State.FAILED, "The archive was deleted.", now);
        }
        Replay moved = batch.isEmpty() ? current : current.at(batch.getLast().position());
        return batch.size() < BATCH ? moved.ended(Replay.State.COMPLETED, null, now) : moved;
    }

    private static Predicate<EventRule> wanted(Replay replay) {
        return rule -> replay.filterArns().isEmpty()
                || replay.filterArns().contains(rule.arn().toString());
    }

    /** The event as it is replayed: the same, but for the replay's name. */
    private QueuedEvent again(Replay replay, ArchivedEvent event) {
        var document = (ObjectNode) JsonMapper.shared().readTree(event.text());
        document.put(ArchiveBook.REPLAY_NAME, replay.name());
        return new QueuedEvent(replay.scope(), replay.bus(), event.id(), document.toString(), 0, clock.instant());
    }
}
