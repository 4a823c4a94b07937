// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The thing groups of every account, static and dynamic. Thread-safe. */
public interface ThingGroups {
    /** The group, with its ancestors, or null. */
    @Nullable
    ThingGroup find(Tx tx, AccountRegion scope, ThingGroupName name);

    /** Inserts the group, or replaces the one with its name. */
    void put(Tx tx, ThingGroup group);

    /** Removes the group alone: not its members. Answers whether it was there. */
    boolean remove(Tx tx, AccountRegion scope, ThingGroupName name);

    /** How many groups have this one as their parent. */
    int countChildren(Tx tx, AccountRegion scope, ThingGroupName parent);

    /** Those that fit the filter, by name; the sort key is the name. */
    Page<ThingGroup> list(Tx tx, AccountRegion scope, ThingGroupFilter filter, PageRequest page);

    /** The dynamic ones, the oldest first; at most {@link ThingGroup#DYNAMIC_LIMIT}. */
    List<ThingGroup> dynamic(Tx tx, AccountRegion scope);

    /** The accounts and regions with dynamic groups that are not active yet. */
    List<AccountRegion> unfinishedScopes(Tx tx);
}
