// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.store.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps, lane by lane, the events that targets have still to get. Thread-safe. */
public interface TargetDeliveries {
    /** Adds each event to its lanes, to be delivered from the instant on, in the map's order. */
    void add(Tx tx, Map<QueuedEvent, List<TargetLane>> events, Instant dueAt);

    /** What is due in the lane, the longest due first. */
    List<TargetDelivery> due(Tx tx, TargetLane lane, Instant now, int limit);

    /** When the lane's next delivery becomes or became due; null when it is empty. */
    @Nullable
    Instant nextDue(Tx tx, TargetLane lane);

    /** The lanes in which something waits. */
    List<TargetLane> lanes(Tx tx);

    void remove(Tx tx, Collection<Long> sequences);

    /** Notes that an attempt failed and when the next one is to be made. */
    void postpone(Tx tx, TargetDelivery delivery, Instant dueAt);

    /** Forgets everything in the lane. */
    void clear(Tx tx, TargetLane lane);
}
