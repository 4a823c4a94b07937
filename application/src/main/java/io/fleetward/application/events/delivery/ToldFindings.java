// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import java.util.List;

/** Keeps the last {@value #MOST} findings of which each target was told, or was to be. Thread-safe. */
public interface ToldFindings {
    int MOST = 2_000;

    /** A finding with the target that was told of it. Immutable. */
    record Placed(TargetLane lane, ToldFinding told) {}

    /** Keeps the findings in place of the target's oldest ones. */
    void add(Tx tx, TargetLane lane, List<ToldFinding> told);

    /** What targets of this account and region were told of the finding, the latest first. */
    List<Placed> of(Tx tx, AccountRegion scope, FindingKey finding, int limit);

    /** Forgets what a target was told that is no more. */
    void clear(Tx tx, TargetLane lane);
}
