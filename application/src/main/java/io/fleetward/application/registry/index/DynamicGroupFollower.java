// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.index;

import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRecorder;
import io.fleetward.application.registry.thing.ThingStores;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.query.DynamicGroups;
import io.fleetward.registry.thing.GroupQuery;
import io.fleetward.registry.thing.RegistryNames;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import java.util.Set;

/**
 * Has a changed thing join and leave dynamic groups in the transaction that changes it, so that nobody ever sees one
 * without the other.
 *
 * <p>Thread-safe. What it changes is itself announced, and judged once more: that changes nothing, because queries see
 * static groups alone. When a group is deleted, every thing is judged anew in the background by the queries that read
 * groups; the place that it leaves in things that are in ten groups is taken when they change the next time.
 */
public final class DynamicGroupFollower implements RegistryRecorder {
    private final ThingStores stores;
    private final DynamicMembers members;
    private final DynamicGroupBuilds builds;

    public DynamicGroupFollower(ThingStores stores, DynamicMembers members, DynamicGroupBuilds builds) {
        this.stores = stores;
        this.members = members;
        this.builds = builds;
    }

    @Override
    public void record(Tx tx, RegistryChange change) {
        switch (change.kind()) {
            case THING, THING_GROUP_MEMBERSHIP -> thingChanged(tx, change.scope(), change.name());
            case THING_GROUP -> groupChanged(tx, change.scope(), new ThingGroupName(change.name()));
            case POLICY,
                    POLICY_ATTACHMENT,
                    CERTIFICATE,
                    CA_CERTIFICATE,
                    THING_PRINCIPAL,
                    THING_TYPE,
                    ROLE_ALIAS,
                    TAGS,
                    LOGGING -> {}
        }
    }

    private void thingChanged(Tx tx, AccountRegion scope, String name) {
        DynamicGroups groups = DynamicGroups.of(stores.groups().dynamic(tx, scope));
        if (groups.isEmpty()) {
            return;
        }
        Thing thing = RegistryNames.isValid(name) ? stores.things().find(tx, scope, new ThingName(name)) : null;
        if (thing != null) {
            members.judge(tx, scope, groups, List.of(thing));
        }
    }

    private void groupChanged(Tx tx, AccountRegion scope, ThingGroupName name) {
        if (stores.groups().find(tx, scope, name) != null) {
            return;
        }
        List<ThingGroup> dynamic = stores.groups().dynamic(tx, scope);
        Set<ThingGroupName> concerned = DynamicGroups.of(dynamic).readingGroups();
        for (ThingGroup group : dynamic) {
            GroupQuery query = group.query();
            if (query != null && concerned.contains(group.name())) {
                stores.groups().put(tx, group.with(query.restarted(query.text())));
            }
        }
        if (!concerned.isEmpty()) {
            tx.afterCommit(() -> builds.wake(scope));
        }
    }
}
