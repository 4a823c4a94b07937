// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.index;

import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryChanges;
import io.fleetward.application.registry.thing.ThingGroupMembers;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.query.DynamicGroups;
import io.fleetward.registry.query.IndexedThing;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import java.util.Map;

/** Has things join and leave dynamic groups until they are in those that their queries say. Thread-safe. */
public final class DynamicMembers {
    private final ThingGroupMembers members;
    private final RegistryChanges changes;

    public DynamicMembers(ThingGroupMembers members, RegistryChanges changes) {
        this.members = members;
        this.changes = changes;
    }

    /** Judges the things by all dynamic groups of their account and region; tells of those that joined or left any. */
    void judge(Tx tx, AccountRegion scope, DynamicGroups groups, List<Thing> things) {
        Map<ThingName, List<ThingGroupName>> joined =
                members.groupNames(tx, scope, things.stream().map(Thing::name).toList());
        for (Thing thing : things) {
            List<ThingGroupName> current = joined.getOrDefault(thing.name(), List.of());
            List<ThingGroupName> fixed =
                    current.stream().filter(group -> !groups.contains(group)).toList();
            List<ThingGroupName> wanted = groups.of(new IndexedThing(thing, fixed));
            if (move(tx, thing, current.stream().filter(groups::contains).toList(), wanted)) {
                var change = new RegistryChange(
                        scope,
                        RegistryChange.Kind.THING_GROUP_MEMBERSHIP,
                        thing.name().value());
                changes.announce(tx, change);
            }
        }
    }

    private boolean move(Tx tx, Thing thing, List<ThingGroupName> current, List<ThingGroupName> wanted) {
        boolean isChanged = false;
        for (ThingGroupName group : current) {
            isChanged |= !wanted.contains(group) && members.remove(tx, thing.scope(), group, thing.name());
        }
        for (ThingGroupName group : wanted) {
            isChanged |= !current.contains(group) && members.add(tx, thing.scope(), group, thing.name());
        }
        return isChanged;
    }
}
