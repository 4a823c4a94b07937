// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static io.fleetward.application.registry.OnRegistryStores.HERE;
import static io.fleetward.application.registry.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryChange.Kind;
import io.fleetward.application.registry.RegistryUseCases;
import io.fleetward.application.registry.thing.ThingGroupMembership.GroupsChange;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThingGroupMembershipTest {
    private static final ThingName PUMP = new ThingName("pump");
    private static final ThingGroupName PLANTS = new ThingGroupName("plants");
    private static final ThingGroupName NORTH = new ThingGroupName("north");
    private static final ThingGroupName SOUTH = new ThingGroupName("south");
    private static final ThingGroupName NOWHERE = new ThingGroupName("nowhere");

    private final RegistryUseCases registry = new RegistryUseCases();
    private final ThingGroupMembership membership = registry.membership();

    @BeforeEach
    void createThingAndGroups() {
        registry.things().create(HERE, new CreateThing(PUMP, null, Attributes.NONE));
        createGroup(PLANTS, null);
        createGroup(NORTH, PLANTS);
        createGroup(SOUTH, PLANTS);
        registry.changes().clear();
    }

    @Test
    void putsAThingIntoAGroupOnce() {
        membership.add(HERE, PUMP, NORTH);
        membership.add(HERE, PUMP, NORTH);

        assertThat(groups()).containsExactly("north");
        assertThat(things(PLANTS, true)).containsExactly(PUMP);
        assertThat(things(PLANTS, false)).isEmpty();
        assertThat(registry.changes()).containsExactly(new RegistryChange(HERE, Kind.THING_GROUP_MEMBERSHIP, "pump"));
    }

    @Test
    void allowsOneGroupPerHierarchy() {
        membership.add(HERE, PUMP, NORTH);

        refused(IotError.INVALID_REQUEST, () -> membership.add(HERE, PUMP, SOUTH));
        refused(IotError.INVALID_REQUEST, () -> membership.add(HERE, PUMP, PLANTS));
        assertThat(groups()).containsExactly("north");
    }

    @Test
    void movesAThingWithinItsHierarchy() {
        membership.add(HERE, PUMP, NORTH);

        membership.change(HERE, PUMP, new GroupsChange(List.of(SOUTH), List.of(NORTH), false));

        assertThat(groups()).containsExactly("south");
    }

    @Test
    void allowsTenGroups() {
        IntStream.range(0, 11).forEach(number -> createGroup(new ThingGroupName("g" + number), null));
        IntStream.range(0, 10).forEach(number -> membership.add(HERE, PUMP, new ThingGroupName("g" + number)));

        refused(IotError.INVALID_REQUEST, () -> membership.add(HERE, PUMP, new ThingGroupName("g10")));
        membership.add(HERE, PUMP, new ThingGroupName("g3"));
    }

    @Test
    void changesAllOrNothing() {
        membership.add(HERE, PUMP, NORTH);

        refused(
                IotError.RESOURCE_NOT_FOUND,
                () -> membership.change(HERE, PUMP, new GroupsChange(List.of(NOWHERE), List.of(NORTH), false)));

        assertThat(groups()).containsExactly("north");
    }

    @Test
    void takesAThingOutOfAGroup() {
        membership.add(HERE, PUMP, NORTH);
        registry.changes().clear();

        membership.remove(HERE, PUMP, NORTH);
        membership.remove(HERE, PUMP, NORTH);

        assertThat(groups()).isEmpty();
        assertThat(registry.changes()).hasSize(1);
    }

    @Test
    void refusesUnknownThingsAndGroups() {
        var stranger = new ThingName("stranger");

        refused(IotError.RESOURCE_NOT_FOUND, () -> membership.add(HERE, stranger, NORTH));
        refused(IotError.RESOURCE_NOT_FOUND, () -> membership.add(HERE, PUMP, NOWHERE));
        refused(IotError.RESOURCE_NOT_FOUND, () -> membership.remove(HERE, PUMP, NOWHERE));
        refused(IotError.RESOURCE_NOT_FOUND, () -> things(NOWHERE, true));
        refused(IotError.RESOURCE_NOT_FOUND, () -> membership.groups(HERE, stranger, PageRequest.first(5)));
    }

    @Test
    void pagesThroughTheGroupsOfAThing() {
        createGroup(new ThingGroupName("cameras"), null);
        membership.add(HERE, PUMP, NORTH);
        membership.add(HERE, PUMP, new ThingGroupName("cameras"));

        Page<ThingGroup> first = membership.groups(HERE, PUMP, PageRequest.first(1));
        Page<ThingGroup> second = membership.groups(HERE, PUMP, new PageRequest(1, first.next()));

        assertThat(first.items()).extracting(group -> group.name().value()).containsExactly("cameras");
        assertThat(second.items()).extracting(group -> group.name().value()).containsExactly("north");
        assertThat(second.next()).isNull();
    }

    private void createGroup(ThingGroupName name, @Nullable ThingGroupName parent) {
        registry.groups().create(HERE, new CreateThingGroup(name, parent, ThingGroup.Properties.NONE, Map.of()));
    }

    private List<String> groups() {
        return membership.groups(HERE, PUMP, PageRequest.first(20)).items().stream()
                .map(group -> group.name().value())
                .toList();
    }

    private List<ThingName> things(ThingGroupName group, boolean isRecursive) {
        return membership
                .things(HERE, group, isRecursive, PageRequest.first(20))
                .items();
    }
}
