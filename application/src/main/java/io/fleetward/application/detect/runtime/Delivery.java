// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.detect.coverage.ScopePlan;
import io.fleetward.detect.window.Activity;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came in for a shard since it last looked; changes of what is watched go before what devices did.
 *
 * @param takenAt when the shard looked, in epoch milliseconds: whatever came later is in a later delivery
 * @param plans the newest plan of each account and region that got one
 * @param changedDevices those whose entry or groups in the registry changed
 * @param changedScopes where the hierarchy of groups changed
 * @param batches what devices did, by when, the earliest first
 * @param chores what is to be done besides
 */
record Delivery(
        long takenAt,
        Map<AccountRegion, ScopePlan> plans,
        Set<ClientName> changedDevices,
        Set<AccountRegion> changedScopes,
        List<Batch> batches,
        Set<Chore> chores) {

    /** Something to be done that is not about devices. */
    enum Chore {
        SNAPSHOT,
        TIDY,
        STOP
    }

    /** What devices did from an instant on, in epoch milliseconds, that falls into the same windows. */
    record Batch(long start, Map<ClientName, Activity> activities) {}
}
