// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.application.detect.runtime.Delivery.Batch;
import io.fleetward.application.detect.runtime.Delivery.Chore;
import io.fleetward.detect.coverage.ScopePlan;
import io.fleetward.detect.window.Activity;
import io.fleetward.detect.window.Activity.Reported;
import io.fleetward.kernel.AccountRegion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a shard's work waits, folded together: facts and reports of one device that fall into the same windows into one
 * activity, plans into the newest, changes into a set.
 *
 * <p>Thread-safe; nobody waits longer than it takes to fold the facts of one burst. Its size is bounded by the devices
 * that were active since the shard last looked, not by what they did, so that nothing has to be dropped however late
 * the shard is.
 */
final class Inbox {
    private final TreeMap<Long, Map<ClientName, Activity>> activities = new TreeMap<>();
    private final Map<AccountRegion, ScopePlan> plans = new HashMap<>();
    private final Set<ClientName> changedDevices = new HashSet<>();
    private final Set<AccountRegion> changedScopes = new HashSet<>();
    private final Set<Chore> chores = EnumSet.noneOf(Chore.class);

    /** Takes in what one client did. */
    synchronized void add(ClientName client, List<SeenFact> facts) {
        for (SeenFact seen : facts) {
            activity(client, seen.grainStart()).add(seen.fact(), seen.concerned());
        }
    }

    /** Takes in what a device reported in the grain of time that began at this instant. */
    synchronized void add(ClientName device, long grainStart, Reported report) {
        activity(device, grainStart).add(report);
    }

    private Activity activity(ClientName device, long grainStart) {
        return activities
                .computeIfAbsent(grainStart, _ -> new HashMap<>())
                .computeIfAbsent(device, _ -> new Activity());
    }

    synchronized void replacePlan(AccountRegion scope, ScopePlan plan) {
        plans.put(scope, plan);
    }

    synchronized void deviceChanged(ClientName client) {
        changedDevices.add(client);
    }

    synchronized void groupsChanged(AccountRegion scope) {
        changedScopes.add(scope);
    }

    synchronized void add(Chore chore) {
        chores.add(chore);
    }

    /** Hands out everything that waits; {@code now} is the time in epoch milliseconds. */
    synchronized Delivery take(long now) {
        List<Batch> batches = new ArrayList<>(activities.size());
        activities.forEach((start, within) -> batches.add(new Batch(start, within)));
        var delivery = new Delivery(
                now,
                Map.copyOf(plans),
                Set.copyOf(changedDevices),
                Set.copyOf(changedScopes),
                batches,
                Set.copyOf(chores));
        activities.clear();
        plans.clear();
        changedDevices.clear();
        changedScopes.clear();
        chores.clear();
        return delivery;
    }
}
