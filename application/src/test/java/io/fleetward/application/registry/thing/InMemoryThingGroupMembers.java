// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.application.registry.InMemoryPages;
import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Memberships in memory. */
public final class InMemoryThingGroupMembers implements ThingGroupMembers {
    private final InMemoryTable<ScopedKey, ScopedKey> rows = new InMemoryTable<>();
    private final ThingGroups groups;

    public InMemoryThingGroupMembers(ThingGroups groups) {
        this.groups = groups;
    }

    @Override
    public boolean add(Tx tx, AccountRegion scope, ThingGroupName group, ThingName thing) {
        var key = ScopedKey.of(scope, group, thing);
        if (rows.get(tx, key) != null) {
            return false;
        }
        rows.put(tx, key, key);
        return true;
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, ThingGroupName group, ThingName thing) {
        return rows.remove(tx, ScopedKey.of(scope, group, thing));
    }

    @Override
    public void removeThing(Tx tx, AccountRegion scope, ThingName thing) {
        all(tx, scope).stream()
                .filter(row -> row.second().equals(thing.value()))
                .forEach(row -> rows.remove(tx, row));
    }

    @Override
    public void removeGroup(Tx tx, AccountRegion scope, ThingGroupName group) {
        all(tx, scope).stream().filter(row -> row.first().equals(group.value())).forEach(row -> rows.remove(tx, row));
    }

    @Override
    public List<ThingGroup> groupsOf(Tx tx, AccountRegion scope, ThingName thing) {
        var found = new ArrayList<ThingGroup>();
        for (ScopedKey row : all(tx, scope)) {
            ThingGroup group = groups.find(tx, scope, new ThingGroupName(row.first()));
            if (group != null && row.second().equals(thing.value())) {
                found.add(group);
            }
        }
        return found;
    }

    @Override
    public Map<ThingName, List<ThingGroupName>> groupNames(Tx tx, AccountRegion scope, Collection<ThingName> things) {
        return all(tx, scope).stream()
                .filter(row -> things.contains(new ThingName(row.second())))
                .sorted(Comparator.comparing(ScopedKey::first))
                .collect(Collectors.groupingBy(
                        row -> new ThingName(row.second()),
                        Collectors.mapping(row -> new ThingGroupName(row.first()), Collectors.toList())));
    }

    @Override
    public Page<ThingName> thingsIn(Tx tx, ThingGroup group, boolean isRecursive, PageRequest page) {
        List<ThingName> names = all(tx, group.scope()).stream()
                .filter(row -> isIn(tx, row, group, isRecursive))
                .map(row -> new ThingName(row.second()))
                .distinct()
                .toList();
        return InMemoryPages.byKey(names, ThingName::value, page);
    }

    private boolean isIn(Tx tx, ScopedKey row, ThingGroup group, boolean isRecursive) {
        if (row.first().equals(group.name().value())) {
            return true;
        }
        ThingGroup own = groups.find(tx, row.scope(), new ThingGroupName(row.first()));
        return isRecursive && own != null && own.ancestors().contains(group.name());
    }

    private List<ScopedKey> all(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream().filter(row -> row.scope().equals(scope)).toList();
    }
}
