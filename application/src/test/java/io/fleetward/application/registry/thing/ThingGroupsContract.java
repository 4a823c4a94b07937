// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static io.fleetward.registry.thing.ThingGroupBuilder.aGroup;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.OnRegistryStores;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.GroupQuery;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link ThingGroups} promises. */
public interface ThingGroupsContract extends OnRegistryStores {
    /** Plants with two levels below them, a hierarchy whose root's name begins alike, and another tenant's. */
    private void plantHierarchies() {
        ThingGroup plants = aGroup(HERE, "plants").build();
        ThingGroup north = aGroup(HERE, "north").under(plants).build();
        List<ThingGroup> all = List.of(
                plants,
                north,
                aGroup(HERE, "north-1").under(north).build(),
                aGroup(HERE, "south").under(plants).build(),
                aGroup(HERE, "plants-2").build(),
                aGroup(HERE, "x").under(aGroup(HERE, "plants-2").build()).build(),
                aGroup(OTHER_REGION, "south-2")
                        .under(aGroup(OTHER_REGION, "plants").build())
                        .build());
        stores().change(tx -> all.forEach(group -> groups().put(tx, group)));
    }

    @Test
    default void findsTheGroupAsItWasStored() {
        var properties = new ThingGroup.Properties("the north", new Attributes(Map.of("zone", "n")));
        ThingGroup group = aGroup(HERE, "north")
                .under(aGroup(HERE, "plants").build())
                .with(properties)
                .build();
        stores().change(tx -> groups().put(tx, group));

        assertThat(group("north")).isEqualTo(group);
        assertThat(group("plants")).isNull();
    }

    @Test
    default void findsADynamicGroupAsItWasStored() {
        ThingGroup group = aGroup(HERE, "hot")
                .of(GroupQuery.building("attributes.t>50").reached("m"))
                .build();
        stores().change(tx -> groups().put(tx, group));
        assertThat(group("hot")).isEqualTo(group);

        ThingGroup active = group.with(GroupQuery.building("attributes.t>60").reached(null));
        stores().change(tx -> groups().put(tx, active));
        assertThat(group("hot")).isEqualTo(active);
    }

    @Test
    default void listsDynamicGroupsByAge() {
        Instant then = Instant.parse("2026-07-01T00:00:00Z");
        GroupQuery query = GroupQuery.building("thingName:*");
        stores().change(tx -> {
            groups().put(tx, aGroup(HERE, "static").build());
            groups().put(tx, aGroup(HERE, "a").of(query).createdAt(then).build());
            groups().put(tx, aGroup(HERE, "z").of(query).build());
            groups().put(tx, aGroup(HERE, "b").of(query).createdAt(then).build());
            groups().put(tx, aGroup(OTHER_REGION, "x").of(query.reached(null)).build());
            groups().put(tx, aGroup(OTHER_ACCOUNT, "static").build());
        });

        List<ThingGroup> dynamic = stores().read(tx -> groups().dynamic(tx, HERE));
        assertThat(dynamic).extracting(group -> group.name().value()).containsExactly("z", "a", "b");
        assertThat(dynamic).extracting(ThingGroup::query).containsOnly(query);
        List<AccountRegion> unfinished = stores().read(tx -> groups().unfinishedScopes(tx));
        assertThat(unfinished).containsExactly(HERE);
    }

    @Test
    default void replacesTheGroupOfTheSameName() {
        ThingGroup updated = aGroup(HERE, "north").build().updated(new ThingGroup.Properties("new", Attributes.NONE));
        stores().change(tx -> {
            groups().put(tx, aGroup(HERE, "north").build());
            groups().put(tx, updated);
        });

        assertThat(group("north")).isEqualTo(updated);
    }

    @Test
    default void countsDirectChildrenOnly() {
        plantHierarchies();

        assertThat(children("plants")).isEqualTo(2);
        assertThat(children("north")).isEqualTo(1);
        assertThat(children("north-1")).isZero();
    }

    @Test
    default void listsAllGroupsOfTheTenant() {
        plantHierarchies();

        assertThat(names(ThingGroupFilter.ALL)).containsExactly("north", "north-1", "plants", "plants-2", "south", "x");
    }

    @Test
    default void listsRootsWhenNotRecursive() {
        plantHierarchies();

        assertThat(names(new ThingGroupFilter(null, false, null))).containsExactly("plants", "plants-2");
    }

    @Test
    default void listsGroupsBelowAnother() {
        plantHierarchies();
        ThingGroup plants = aGroup(HERE, "plants").build();
        ThingGroup north = aGroup(HERE, "north").under(plants).build();

        assertThat(names(new ThingGroupFilter(plants, true, null))).containsExactly("north", "north-1", "south");
        assertThat(names(new ThingGroupFilter(plants, false, null))).containsExactly("north", "south");
        assertThat(names(new ThingGroupFilter(north, true, null))).containsExactly("north-1");
    }

    @Test
    default void listsGroupsWithAPrefixPageByPage() {
        plantHierarchies();
        stores().change(tx -> groups().put(tx, aGroup(HERE, "northern").build()));
        var filter = new ThingGroupFilter(null, true, "north");

        var first = stores().read(tx -> groups().list(tx, HERE, filter, PageRequest.first(2)));
        var second = stores().read(tx -> groups().list(tx, HERE, filter, new PageRequest(2, first.next())));

        assertThat(first.items()).extracting(group -> group.name().value()).containsExactly("north", "north-1");
        assertThat(second.items()).extracting(group -> group.name().value()).containsExactly("northern");
        assertThat(second.next()).isNull();
    }

    @Test
    default void removesTheGroupOfThisTenantOnly() {
        stores().change(tx -> {
            groups().put(tx, aGroup(HERE, "g").build());
            groups().put(tx, aGroup(OTHER_ACCOUNT, "g").build());
        });
        var name = new ThingGroupName("g");

        assertThat(stores().answer(tx -> groups().remove(tx, HERE, name))).isTrue();
        assertThat(stores().answer(tx -> groups().remove(tx, HERE, name))).isFalse();
        assertThat(stores().<@Nullable ThingGroup>read(tx -> groups().find(tx, OTHER_ACCOUNT, name)))
                .isNotNull();
    }

    private ThingGroups groups() {
        return stores().things().groups();
    }

    private @Nullable ThingGroup group(String name) {
        return stores().read(tx -> groups().find(tx, HERE, new ThingGroupName(name)));
    }

    private int children(String name) {
        return stores().read(tx -> groups().countChildren(tx, HERE, new ThingGroupName(name)));
    }

    private List<String> names(ThingGroupFilter filter) {
        return stores().read(tx -> groups().list(tx, HERE, filter, PageRequest.first(100))).items().stream()
                .map(group -> group.name().value())
                .toList();
    }
}
