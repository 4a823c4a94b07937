// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.application.registry.InMemoryPages;
import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.GroupQuery;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Thing groups in memory. */
public final class InMemoryThingGroups implements ThingGroups {
    private final InMemoryTable<ScopedKey, ThingGroup> rows = new InMemoryTable<>();

    @Override
    public @Nullable ThingGroup find(Tx tx, AccountRegion scope, ThingGroupName name) {
        return rows.get(tx, ScopedKey.of(scope, name));
    }

    @Override
    public void put(Tx tx, ThingGroup group) {
        rows.put(tx, ScopedKey.of(group.scope(), group.name()), group);
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, ThingGroupName name) {
        return rows.remove(tx, ScopedKey.of(scope, name));
    }

    @Override
    public int countChildren(Tx tx, AccountRegion scope, ThingGroupName parent) {
        return (int) rows.all(tx).stream()
                .filter(group -> group.scope().equals(scope) && parent.equals(group.parent()))
                .count();
    }

    @Override
    public Page<ThingGroup> list(Tx tx, AccountRegion scope, ThingGroupFilter filter, PageRequest page) {
        List<ThingGroup> fitting = rows.all(tx).stream()
                .filter(group -> group.scope().equals(scope))
                .filter(group -> isBelow(group, filter))
                .filter(group ->
                        filter.namePrefix() == null || group.name().value().startsWith(filter.namePrefix()))
                .toList();
        return InMemoryPages.byKey(fitting, group -> group.name().value(), page);
    }

    @Override
    public List<ThingGroup> dynamic(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream()
                .filter(group -> group.scope().equals(scope) && group.isDynamic())
                .sorted(Comparator.comparing(ThingGroup::createdAt).thenComparing(ThingGroup::name))
                .toList();
    }

    @Override
    public List<AccountRegion> unfinishedScopes(Tx tx) {
        return rows.all(tx).stream()
                .filter(InMemoryThingGroups::isUnfinished)
                .map(ThingGroup::scope)
                .distinct()
                .toList();
    }

    private static boolean isUnfinished(ThingGroup group) {
        GroupQuery query = group.query();
        return query != null && !query.isActive();
    }

    private static boolean isBelow(ThingGroup group, ThingGroupFilter filter) {
        ThingGroupName under = filter.under() == null ? null : filter.under().name();
        if (filter.isRecursive()) {
            return under == null || group.ancestors().contains(under);
        }
        return Objects.equals(group.parent(), under);
    }
}
