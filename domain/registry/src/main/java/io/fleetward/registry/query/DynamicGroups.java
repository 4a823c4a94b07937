// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

import io.fleetward.registry.thing.GroupQuery;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The dynamic groups of one account and region, and which of them a thing is in (iot-core, dynamic groups). Immutable.
 *
 * <p>Deviation: a thing is in the oldest groups whose queries it fits, as many as there is room for beside its static groups. So
 * who is a member never depends on the order in which things and groups changed. Queries see static groups alone.
 */
public final class DynamicGroups {
    /** By the name of the group, the oldest first. */
    private final Map<ThingGroupName, ThingQuery> queries;

    private DynamicGroups(Map<ThingGroupName, ThingQuery> queries) {
        this.queries = queries;
    }

    /** Those among the groups, which come the oldest first. */
    public static DynamicGroups of(List<ThingGroup> groups) {
        var queries = new LinkedHashMap<ThingGroupName, ThingQuery>();
        for (ThingGroup group : groups) {
            GroupQuery query = group.query();
            if (query != null) {
                queries.put(group.name(), ThingQuery.parse(query.text()));
            }
        }
        return new DynamicGroups(queries);
    }

    public boolean isEmpty() {
        return queries.isEmpty();
    }

    public boolean contains(ThingGroupName group) {
        return queries.containsKey(group);
    }

    /** The groups whose members may be others when a static group is gone. */
    public Set<ThingGroupName> readingGroups() {
        return queries.entrySet().stream()
                .filter(group -> group.getValue().readsGroups())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The groups that the thing is to be in.
     *
     * @param thing with its static groups alone
     */
    public List<ThingGroupName> of(IndexedThing thing) {
        int room = ThingGroup.GROUPS_PER_THING - thing.groups().size();
        var joined = new ArrayList<ThingGroupName>();
        for (var group : queries.entrySet()) {
            if (joined.size() < room && group.getValue().matches(thing)) {
                joined.add(group.getKey());
            }
        }
        return joined;
    }
}
