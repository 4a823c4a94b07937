// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which things are in which groups, static and dynamic. Thread-safe. */
public interface ThingGroupMembers {
    /** Puts the thing into the group; answers false when it already was in it. */
    boolean add(Tx tx, AccountRegion scope, ThingGroupName group, ThingName thing);

    /** Takes the thing out of the group; answers whether it was in it. */
    boolean remove(Tx tx, AccountRegion scope, ThingGroupName group, ThingName thing);

    /** Takes the thing out of every group. */
    void removeThing(Tx tx, AccountRegion scope, ThingName thing);

    /** Takes every thing out of the group. */
    void removeGroup(Tx tx, AccountRegion scope, ThingGroupName group);

    /**
     * The groups the thing itself is in, by name, with their ancestors: policies and security profiles of
     * those apply to the thing as well. At most {@link ThingGroup#GROUPS_PER_THING}.
     */
    List<ThingGroup> groupsOf(Tx tx, AccountRegion scope, ThingName thing);

    /** The names of the groups that each of the things itself is in, by name; none for a thing that is in no group. */
    Map<ThingName, List<ThingGroupName>> groupNames(Tx tx, AccountRegion scope, Collection<ThingName> things);

    /**
     * The things in the group and, when recursive, in any group below it, each once, by name; the sort key is the
     * name.
     */
    Page<ThingName> thingsIn(Tx tx, ThingGroup group, boolean isRecursive, PageRequest page);
}
