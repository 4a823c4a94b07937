// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static io.fleetward.registry.thing.ThingGroupBuilder.aGroup;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.OnRegistryStores;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link ThingGroupMembers} promises. */
public interface ThingGroupMembersContract extends OnRegistryStores {
    ThingGroup PLANTS = aGroup(HERE, "plants").build();
    ThingGroup NORTH = aGroup(HERE, "north").under(PLANTS).build();
    ThingGroup NORTH_1 = aGroup(HERE, "north-1").under(NORTH).build();
    ThingGroup CAMERAS = aGroup(HERE, "cameras").build();
    ThingName EYE = new ThingName("eye");
    ThingName PUMP = new ThingName("pump");

    private void plantMembers() {
        stores().change(tx -> {
            List.of(PLANTS, NORTH, NORTH_1, CAMERAS)
                    .forEach(group -> stores().things().groups().put(tx, group));
            stores().things().groups().put(tx, aGroup(OTHER_REGION, "north").build());
        });
        add(HERE, NORTH_1, EYE);
        add(HERE, CAMERAS, EYE);
        add(HERE, NORTH, PUMP);
        add(OTHER_REGION, NORTH, new ThingName("stranger"));
    }

    @Test
    default void saysWhetherTheThingWasNewInTheGroup() {
        plantMembers();

        assertThat(add(HERE, CAMERAS, PUMP)).isTrue();
        assertThat(add(HERE, CAMERAS, PUMP)).isFalse();
        assertThat(things(CAMERAS, false)).containsExactly("eye", "pump");
    }

    @Test
    default void findsTheGroupsOfAThingWithTheirAncestors() {
        plantMembers();

        assertThat(groupsOf(EYE)).containsExactly(CAMERAS, NORTH_1);
        assertThat(groupsOf(PUMP)).containsExactly(NORTH);
        assertThat(groupsOf(new ThingName("stranger"))).isEmpty();
    }

    @Test
    default void findsTheNamesOfTheGroupsOfManyThings() {
        plantMembers();

        assertThat(groupNames(List.of(EYE, new ThingName("stranger"), PUMP)))
                .isEqualTo(Map.of(EYE, List.of(CAMERAS.name(), NORTH_1.name()), PUMP, List.of(NORTH.name())));
        assertThat(groupNames(List.of())).isEmpty();
    }

    @Test
    default void listsMembersOfAGroupAndOfThoseBelow() {
        plantMembers();

        assertThat(things(NORTH, false)).containsExactly("pump");
        assertThat(things(NORTH, true)).containsExactly("eye", "pump");
        assertThat(things(PLANTS, false)).isEmpty();
        assertThat(things(PLANTS, true)).containsExactly("eye", "pump");
        assertThat(things(NORTH_1, true)).containsExactly("eye");
    }

    @Test
    default void pagesThroughMembers() {
        plantMembers();
        add(HERE, NORTH_1, new ThingName("valve"));

        Page<ThingName> first = stores().read(tx -> members().thingsIn(tx, PLANTS, true, PageRequest.first(2)));
        Page<ThingName> second =
                stores().read(tx -> members().thingsIn(tx, PLANTS, true, new PageRequest(2, first.next())));

        assertThat(first.items()).containsExactly(EYE, PUMP);
        assertThat(second.items()).containsExactly(new ThingName("valve"));
        assertThat(second.next()).isNull();
    }

    @Test
    default void removesOneMembership() {
        plantMembers();

        boolean removed = stores().answer(tx -> members().remove(tx, HERE, CAMERAS.name(), EYE));
        boolean again = stores().answer(tx -> members().remove(tx, HERE, CAMERAS.name(), EYE));

        assertThat(removed).isTrue();
        assertThat(again).isFalse();
        assertThat(groupsOf(EYE)).containsExactly(NORTH_1);
    }

    @Test
    default void removesAThingFromEveryGroup() {
        plantMembers();

        stores().change(tx -> members().removeThing(tx, HERE, EYE));

        assertThat(groupsOf(EYE)).isEmpty();
        assertThat(things(PLANTS, true)).containsExactly("pump");
    }

    @Test
    default void removesEveryThingFromAGroup() {
        plantMembers();

        stores().change(tx -> members().removeGroup(tx, HERE, NORTH.name()));

        assertThat(things(PLANTS, true)).containsExactly("eye");
        Page<ThingName> elsewhere = stores().read(tx ->
                members().thingsIn(tx, aGroup(OTHER_REGION, "north").build(), false, PageRequest.first(10)));
        assertThat(elsewhere.items()).hasSize(1);
    }

    private Map<ThingName, List<ThingGroupName>> groupNames(List<ThingName> things) {
        return stores().read(tx -> members().groupNames(tx, HERE, things));
    }

    private ThingGroupMembers members() {
        return stores().things().members();
    }

    private boolean add(AccountRegion scope, ThingGroup group, ThingName thing) {
        return stores().answer(tx -> members().add(tx, scope, group.name(), thing));
    }

    private List<ThingGroup> groupsOf(ThingName thing) {
        return stores().read(tx -> members().groupsOf(tx, HERE, thing));
    }

    private List<String> things(ThingGroup group, boolean isRecursive) {
        return stores().read(tx -> members().thingsIn(tx, group, isRecursive, PageRequest.first(100))).items().stream()
                .map(ThingName::value)
                .toList();
    }
}
