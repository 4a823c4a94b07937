// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.registry.thing.ThingGroupMembers;
import io.fleetward.application.registry.thing.Things;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.coverage.Membership;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.thing.RegistryNames;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the registry what it knows of a device. Thread-safe. */
public final class RegistryMemberships {
    private final Things things;
    private final ThingGroupMembers members;

    public RegistryMemberships(Things things, ThingGroupMembers members) {
        this.things = things;
        this.members = members;
    }

    private static List<ThingGroupName> deepestFirst(Map<ThingGroupName, Integer> depths) {
        return depths.entrySet().stream()
                .sorted(Map.Entry.<ThingGroupName, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().value()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What the registry says about the device that connects with this client id. */
    public Membership of(Tx tx, AccountRegion scope, String clientId) {
        if (!RegistryNames.isValid(clientId)) {
            return Membership.UNREGISTERED;
        }
        var thing = new ThingName(clientId);
        if (things.find(tx, scope, thing) == null) {
            return Membership.UNREGISTERED;
        }
        var depths = new HashMap<ThingGroupName, Integer>();
        for (ThingGroup group : members.groupsOf(tx, scope, thing)) {
            depths.put(group.name(), group.ancestors().size());
            for (int depth = 0; depth < group.ancestors().size(); depth++) {
                depths.put(group.ancestors().get(depth), depth);
            }
        }
        return new Membership(true, deepestFirst(depths));
    }
}
