// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;

/**
 * Puts things into static groups and takes them out: one group per hierarchy, ten in all (iot-core, static groups). Who
 * is in a dynamic group is up to its query.
 *
 * <p>Thread-safe.
 */
public final class ThingGroupMembership {
    private final RegistryRuntime runtime;
    private final ThingStores stores;

    public ThingGroupMembership(RegistryRuntime runtime, ThingStores stores) {
        this.runtime = runtime;
        this.stores = stores;
    }

    /** Puts the thing into the group; again has no effect. */
    public void add(AccountRegion scope, ThingName thing, ThingGroupName group) {
        change(scope, thing, GroupsChange.joining(List.of(group)));
    }

    /** Takes the thing out of the group; without effect when it is not a member. */
    public void remove(AccountRegion scope, ThingName thing, ThingGroupName group) {
        change(scope, thing, GroupsChange.leaving(List.of(group)));
    }

    /** Takes the thing out of some groups, then puts it into others, all or nothing. */
    public void change(AccountRegion scope, ThingName thing, GroupsChange wish) {
        runtime.transactions().change(tx -> change(tx, scope, thing, wish));
    }

    /**
     * The static groups that a thing is to join, and those that it is to leave before. Immutable.
     *
     * @param overridesDynamicGroups whether the thing may leave its newest dynamic groups when it is in too many
     */
    public record GroupsChange(
            List<ThingGroupName> added, List<ThingGroupName> removed, boolean overridesDynamicGroups) {
        public GroupsChange {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        /** It is to join these, and to leave none for that. */
        public static GroupsChange joining(List<ThingGroupName> groups) {
            return new GroupsChange(groups, List.of(), false);
        }

        /** It is to leave these. */
        public static GroupsChange leaving(List<ThingGroupName> groups) {
            return new GroupsChange(List.of(), groups, false);
        }
    }

    /** As the other, within a transaction. */
    public void change(Tx tx, AccountRegion scope, ThingName thing, GroupsChange wish) {
        requireThing(tx, scope, thing);
        boolean isChanged = false;
        for (ThingGroupName group : wish.removed()) {
            isChanged |= stores.members()
                    .remove(tx, scope, requireStatic(tx, scope, group).name(), thing);
        }
        for (ThingGroupName group : wish.added()) {
            isChanged |= join(tx, thing, requireStatic(tx, scope, group), wish.overridesDynamicGroups());
        }
        if (isChanged) {
            runtime.changes()
                    .announce(tx, new RegistryChange(scope, RegistryChange.Kind.THING_GROUP_MEMBERSHIP, thing.value()));
        }
    }

    /** The things in the group and, when recursive, in those below it; by name. */
    public Page<ThingName> things(AccountRegion scope, ThingGroupName group, boolean isRecursive, PageRequest page) {
        return runtime.transactions()
                .read(tx -> stores.members().thingsIn(tx, requireGroup(tx, scope, group), isRecursive, page));
    }

    /** The groups the thing itself is in, static and dynamic, by name; the sort key is the name. */
    public Page<ThingGroup> groups(AccountRegion scope, ThingName thing, PageRequest page) {
        return runtime.transactions().read(tx -> {
            requireThing(tx, scope, thing);
            String after = page.after() == null ? "" : page.after();
            List<ThingGroup> rest = stores.members().groupsOf(tx, scope, thing).stream()
                    .filter(group -> group.name().value().compareTo(after) > 0)
                    .toList();
            return Page.cut(rest, page.limit(), group -> group.name().value());
        });
    }

    private boolean join(Tx tx, ThingName thing, ThingGroup group, boolean overridesDynamicGroups) {
        List<ThingGroup> current = stores.members().groupsOf(tx, group.scope(), thing);
        for (ThingGroup joined : current) {
            if (joined.name().equals(group.name())) {
                return false;
            }
            if (joined.root().equals(group.root())) {
                throw invalid("Thing " + thing + " is already in group " + joined.name() + " of the same hierarchy as "
                        + group.name());
            }
        }
        // What is too much then is taken away with the change that is announced: the thing is judged anew.
        long staying = current.stream()
                .filter(joined -> !(overridesDynamicGroups && joined.isDynamic()))
                .count();
        if (staying >= ThingGroup.GROUPS_PER_THING) {
            throw invalid(
                    "Thing " + thing + " is already in " + ThingGroup.GROUPS_PER_THING + " groups, which is the limit");
        }
        return stores.members().add(tx, group.scope(), group.name(), thing);
    }

    private void requireThing(Tx tx, AccountRegion scope, ThingName thing) {
        if (stores.things().find(tx, scope, thing) == null) {
            throw notFound("Thing", thing);
        }
    }

    private ThingGroup requireStatic(Tx tx, AccountRegion scope, ThingGroupName name) {
        ThingGroup group = requireGroup(tx, scope, name);
        if (group.isDynamic()) {
            throw invalid("thingGroupName: " + name + " is a dynamic thing group, whose query decides who is in it");
        }
        return group;
    }

    private ThingGroup requireGroup(Tx tx, AccountRegion scope, ThingGroupName name) {
        ThingGroup group = stores.groups().find(tx, scope, name);
        if (group == null) {
            throw notFound("Thing group", name);
        }
        return group;
    }
}
