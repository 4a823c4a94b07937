// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;

/** Keeps the last {@value #MOST} attempts of each target. Thread-safe. */
public interface DeliveryLog {
    int MOST = 100;

    /** Keeps the attempts in place of the target's oldest ones. */
    void add(Tx tx, TargetLane lane, List<DeliveryAttempt> attempts);

    /** The latest first; the sort key is their place in that order. */
    Page<DeliveryAttempt> list(Tx tx, TargetLane lane, PageRequest page);

    /** Forgets the attempts of a target that is no more. */
    void clear(Tx tx, TargetLane lane);
}
