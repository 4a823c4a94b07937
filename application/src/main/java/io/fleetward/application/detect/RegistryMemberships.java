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
import java.util.HashSet;

/** Asks the registry what it knows of a device. Thread-safe. */
public final class RegistryMemberships {
    private final Things things;
    private final ThingGroupMembers members;

    public RegistryMemberships(Things things, ThingGroupMembers members) {
        this.things = things;
        this.members = members;
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
        var groups = new HashSet<ThingGroupName>();
        for (ThingGroup group : members.groupsOf(tx, scope, thing)) {
            groups.add(group.name());
            groups.addAll(group.ancestors());
        }
        return new Membership(true, groups);
    }
}
