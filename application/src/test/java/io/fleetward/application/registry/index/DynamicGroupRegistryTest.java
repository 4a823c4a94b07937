// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.index;

import static io.fleetward.application.registry.OnRegistryStores.HERE;
import static io.fleetward.application.registry.OnRegistryStores.OTHER_REGION;
import static io.fleetward.application.registry.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryChange.Kind;
import io.fleetward.application.registry.RegistryUseCases;
import io.fleetward.application.registry.thing.AttributeChange;
import io.fleetward.application.registry.thing.CreateThing;
import io.fleetward.application.registry.thing.CreateThingGroup;
import io.fleetward.application.registry.thing.ThingGroupMembership.GroupsChange;
import io.fleetward.application.registry.thing.UpdateThing;
import io.fleetward.application.registry.thing.UpdateThingGroup;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.query.IndexingMode;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.GroupQuery;
import io.fleetward.registry.thing.GroupQuery.Status;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DynamicGroupRegistryTest {
    private static final ThingGroupName HOT = new ThingGroupName("hot");
    private static final ThingGroupName NORTH = new ThingGroupName("north");
    private static final ThingName PUMP = new ThingName("pump");
    private static final String IS_HOT = "attributes.temperature>50";

    private final RegistryUseCases registry = new RegistryUseCases();
    private final DynamicGroupRegistry groups = registry.dynamicGroups();

    @BeforeEach
    void switchIndexingOn() {
        registry.index().setMode(HERE, IndexingMode.REGISTRY);
    }

    private ThingGroup create(ThingGroupName name, String query) {
        return groups.create(HERE, wish(name, query));
    }

    private static CreateDynamicGroup wish(ThingGroupName name, String query) {
        return new CreateDynamicGroup(name, query, ThingGroup.Properties.NONE, Map.of());
    }

    private void createActive(ThingGroupName name, String query) {
        registry.clock().advance(Duration.ofSeconds(1));
        create(name, query);
        registry.runJobs();
    }

    private void createStatic(ThingGroupName name) {
        registry.groups().create(HERE, new CreateThingGroup(name, null, ThingGroup.Properties.NONE, Map.of()));
    }

    private void createThing(ThingName name, Map<String, String> attributes) {
        registry.things().create(HERE, new CreateThing(name, null, new Attributes(attributes)));
    }

    private void heat(ThingName name, String temperature) {
        registry.things()
                .update(
                        HERE,
                        new UpdateThing(
                                name,
                                null,
                                false,
                                new AttributeChange(Map.of("temperature", temperature), true),
                                null));
    }

    private GroupQuery query(ThingGroupName name) {
        return Objects.requireNonNull(registry.groups().describe(HERE, name).query());
    }

    private Status status(ThingGroupName name) {
        return query(name).status();
    }

    private List<String> membersOf(ThingGroupName name) {
        return registry.membership().things(HERE, name, false, PageRequest.first(1000)).items().stream()
                .map(ThingName::value)
                .toList();
    }

    private List<String> groupsOf(ThingName name) {
        return registry.membership().groups(HERE, name, PageRequest.first(100)).items().stream()
                .map(group -> group.name().value())
                .toList();
    }

    @Test
    void isBuiltFromTheThingsThatAreThere() {
        createThing(PUMP, Map.of("temperature", "60"));
        createThing(new ThingName("cold"), Map.of("temperature", "5"));

        ThingGroup group = create(HOT, IS_HOT);

        assertThat(group.query()).isEqualTo(GroupQuery.building(IS_HOT));
        assertThat(membersOf(HOT)).isEmpty();
        registry.changes().clear();
        registry.runJobs();
        assertThat(query(HOT)).isEqualTo(new GroupQuery(IS_HOT, Status.ACTIVE, null));
        assertThat(membersOf(HOT)).containsExactly("pump");
        assertThat(groupsOf(PUMP)).containsExactly("hot");
        assertThat(registry.changes()).containsExactly(new RegistryChange(HERE, Kind.THING_GROUP_MEMBERSHIP, "pump"));
    }

    @Test
    void followsEveryChangeOfAThing() {
        createActive(HOT, IS_HOT);
        createThing(PUMP, Map.of("temperature", "60"));
        assertThat(membersOf(HOT)).containsExactly("pump");

        heat(PUMP, "20");
        assertThat(membersOf(HOT)).isEmpty();

        registry.changes().clear();
        heat(PUMP, "51");
        assertThat(membersOf(HOT)).containsExactly("pump");
        assertThat(registry.changes())
                .containsExactlyInAnyOrder(
                        new RegistryChange(HERE, Kind.THING, "pump"),
                        new RegistryChange(HERE, Kind.THING_GROUP_MEMBERSHIP, "pump"));

        registry.things().delete(HERE, PUMP, null);
        assertThat(membersOf(HOT)).isEmpty();
    }

    @Test
    void aChangeThatFailsLeavesTheMembersAsTheyWere() {
        createActive(HOT, IS_HOT);
        createThing(PUMP, Map.of("temperature", "60"));

        refused(
                IotError.VERSION_CONFLICT,
                () -> registry.things()
                        .update(HERE, new UpdateThing(PUMP, null, false, new AttributeChange(Map.of(), false), 7L)));

        assertThat(membersOf(HOT)).containsExactly("pump");
    }

    @Test
    void followsStaticGroups() {
        createStatic(NORTH);
        var northern = new ThingGroupName("northern");
        createActive(northern, "thingGroupNames:north");
        createThing(PUMP, Map.of());

        registry.membership().add(HERE, PUMP, NORTH);
        assertThat(groupsOf(PUMP)).containsExactly("north", "northern");

        registry.membership().remove(HERE, PUMP, NORTH);
        assertThat(groupsOf(PUMP)).isEmpty();
    }

    @Test
    void isJudgedAnewWhenAStaticGroupIsDeleted() {
        createStatic(NORTH);
        var northern = new ThingGroupName("northern");
        createActive(northern, "thingGroupNames:north");
        createActive(HOT, IS_HOT);
        createThing(PUMP, Map.of("temperature", "60"));
        registry.membership().add(HERE, PUMP, NORTH);

        registry.groups().delete(HERE, NORTH, null);

        assertThat(status(northern)).isEqualTo(Status.REBUILDING);
        assertThat(status(HOT)).isEqualTo(Status.ACTIVE);
        registry.runJobs();
        assertThat(status(northern)).isEqualTo(Status.ACTIVE);
        assertThat(groupsOf(PUMP)).containsExactly("hot");
    }

    @Test
    void dynamicGroupsSeeNoDynamicGroups() {
        createThing(PUMP, Map.of("temperature", "60"));
        createActive(HOT, IS_HOT);
        createActive(new ThingGroupName("nested"), "thingGroupNames:hot");

        assertThat(groupsOf(PUMP)).containsExactly("hot");
    }

    @Test
    void manyThingsAreJudgedInSmallTransactionsByOneWalk() {
        int things = 3 * DynamicGroupBuilds.BATCH + 1;
        IntStream.range(0, things).forEach(number -> createThing(new ThingName("t" + number), Map.of()));
        create(HOT, "NOT attributes.temperature:*");
        registry.clock().advance(Duration.ofSeconds(1));
        create(new ThingGroupName("all"), "thingName:t*");

        registry.runJobs();

        assertThat(membersOf(HOT)).hasSize(things);
        assertThat(membersOf(new ThingGroupName("all"))).hasSize(things);
        assertThat(status(HOT)).isEqualTo(Status.ACTIVE);
        assertThat(status(new ThingGroupName("all"))).isEqualTo(Status.ACTIVE);
    }

    @Test
    void aGroupThatIsFurtherThanAnotherWaitsForNobody() {
        IntStream.range(0, 2 * DynamicGroupBuilds.BATCH)
                .forEach(number -> createThing(new ThingName("t" + number), Map.of()));
        create(HOT, "thingName:t*");
        var other = new ThingGroupName("other");
        create(other, "thingName:t*");
        ThingGroup further =
                registry.groups().describe(HERE, other).with(query(other).reached("t2"));
        registry.stores().change(tx -> registry.stores().things().groups().put(tx, further));

        registry.runJobs();

        assertThat(status(HOT)).isEqualTo(Status.ACTIVE);
        assertThat(status(other)).isEqualTo(Status.ACTIVE);
    }

    @Test
    void isBuiltToTheEndAfterARestart() {
        createThing(PUMP, Map.of("temperature", "60"));
        create(HOT, IS_HOT);
        registry.jobs().clear();

        RegistryUseCases restarted = registry.restarted();
        restarted.builds().start();
        restarted.runJobs();

        assertThat(membersOf(HOT)).containsExactly("pump");
        assertThat(status(HOT)).isEqualTo(Status.ACTIVE);
    }

    @Test
    void anotherQueryHasEveryThingJudgedAnew() {
        createThing(PUMP, Map.of("temperature", "60"));
        createActive(HOT, IS_HOT);

        long version = groups.update(HERE, update(HOT, 1L), "attributes.temperature>70");

        assertThat(version).isEqualTo(2);
        assertThat(query(HOT)).isEqualTo(new GroupQuery("attributes.temperature>70", Status.REBUILDING, null));
        assertThat(membersOf(HOT)).containsExactly("pump");
        registry.runJobs();
        assertThat(status(HOT)).isEqualTo(Status.ACTIVE);
        assertThat(membersOf(HOT)).isEmpty();
    }

    @Test
    void anUpdateMayLeaveTheQueryAsItIs() {
        createActive(HOT, IS_HOT);

        groups.update(HERE, update(HOT, null), null);
        groups.update(HERE, update(HOT, null), IS_HOT);

        assertThat(status(HOT)).isEqualTo(Status.ACTIVE);
        ThingGroup group = registry.groups().describe(HERE, HOT);
        assertThat(group.version()).isEqualTo(3);
        assertThat(group.properties().description()).isEqualTo("new");
    }

    private static UpdateThingGroup update(ThingGroupName name, @Nullable Long expected) {
        return new UpdateThingGroup(name, "new", AttributeChange.NONE, expected);
    }

    @Test
    void aThingLeavesItsNewestDynamicGroupForAStaticOneWhenItMay() {
        IntStream.range(0, 9).forEach(number -> createStatic(new ThingGroupName("s" + number)));
        createThing(PUMP, Map.of("temperature", "60"));
        createActive(HOT, IS_HOT);
        createActive(new ThingGroupName("newest"), IS_HOT);
        IntStream.range(0, 8)
                .forEach(number -> registry.membership().add(HERE, PUMP, new ThingGroupName("s" + number)));
        var last = new ThingGroupName("s8");

        refused(IotError.INVALID_REQUEST, () -> registry.membership().add(HERE, PUMP, last));
        registry.membership().change(HERE, PUMP, new GroupsChange(List.of(last), List.of(), true));

        assertThat(groupsOf(PUMP)).hasSize(10).contains("hot", "s8").doesNotContain("newest");
    }

    @Test
    void tenStaticGroupsLeaveNoRoomForAnother() {
        IntStream.rangeClosed(0, 10).forEach(number -> createStatic(new ThingGroupName("s" + number)));
        createThing(PUMP, Map.of("temperature", "60"));
        createActive(HOT, IS_HOT);
        var all = IntStream.range(0, 10)
                .mapToObj(number -> new ThingGroupName("s" + number))
                .toList();
        registry.membership().change(HERE, PUMP, new GroupsChange(all, List.of(), true));

        assertThat(groupsOf(PUMP)).hasSize(10).doesNotContain("hot");
        refused(
                IotError.INVALID_REQUEST,
                () -> registry.membership()
                        .change(HERE, PUMP, new GroupsChange(List.of(new ThingGroupName("s10")), List.of(), true)));
    }

    @Test
    void createsTheSameGroupOnceAndNoOtherOfItsName() {
        ThingGroup group = create(HOT, IS_HOT);

        assertThat(create(HOT, IS_HOT)).isEqualTo(group);
        refused(IotError.RESOURCE_ALREADY_EXISTS, () -> create(HOT, "thingName:a"));
        refused(
                IotError.RESOURCE_ALREADY_EXISTS,
                () -> groups.create(
                        HERE,
                        new CreateDynamicGroup(
                                HOT, IS_HOT, new ThingGroup.Properties("other", Attributes.NONE), Map.of())));
        refused(IotError.RESOURCE_ALREADY_EXISTS, () -> createStatic(HOT));
        createStatic(NORTH);
        refused(IotError.RESOURCE_ALREADY_EXISTS, () -> create(NORTH, IS_HOT));
    }

    @Test
    void needsTheIndex() {
        String text = refused(IotError.INVALID_REQUEST, () -> groups.create(OTHER_REGION, wish(HOT, IS_HOT)))
                .text();

        assertThat(text).contains("AWS_Things", "thingIndexingMode");
    }

    @Test
    void refusesQueriesThatTheIndexCannotAnswer() {
        createActive(HOT, IS_HOT);

        assertThat(refused(IotError.INVALID_QUERY, () -> create(NORTH, "connectivity.connected:true"))
                        .text())
                .contains("queryString", "connectivity.connected");
        assertThat(refused(IotError.INVALID_QUERY, () -> groups.update(HERE, update(HOT, null), "thingName:"))
                        .text())
                .contains("queryString");
        assertThat(query(HOT).text()).isEqualTo(IS_HOT);
    }

    @Test
    void limitsHowManyThereAre() {
        IntStream.range(0, ThingGroup.DYNAMIC_LIMIT)
                .forEach(number -> create(new ThingGroupName("d" + number), IS_HOT));

        refused(IotError.LIMIT_EXCEEDED, () -> create(HOT, IS_HOT));
    }

    @Test
    void staticAndDynamicGroupsAreChangedEachByTheirOwn() {
        createActive(HOT, IS_HOT);
        createStatic(NORTH);
        createThing(PUMP, Map.of());

        refused(IotError.INVALID_REQUEST, () -> registry.groups().delete(HERE, HOT, null));
        refused(IotError.INVALID_REQUEST, () -> registry.groups().update(HERE, update(HOT, null)));
        refused(IotError.INVALID_REQUEST, () -> groups.delete(HERE, NORTH, null));
        refused(IotError.INVALID_REQUEST, () -> groups.update(HERE, update(NORTH, null), null));
        refused(IotError.INVALID_REQUEST, () -> registry.membership().add(HERE, PUMP, HOT));
        refused(IotError.INVALID_REQUEST, () -> registry.membership().remove(HERE, PUMP, HOT));
        refused(
                IotError.INVALID_REQUEST,
                () -> registry.groups()
                        .create(
                                HERE,
                                new CreateThingGroup(
                                        new ThingGroupName("child"), HOT, ThingGroup.Properties.NONE, Map.of())));
    }

    @Test
    void expectsTheVersionThatTheCallerHasSeen() {
        createActive(HOT, IS_HOT);

        refused(IotError.VERSION_CONFLICT, () -> groups.update(HERE, update(HOT, 2L), null));
        refused(IotError.VERSION_CONFLICT, () -> groups.delete(HERE, HOT, 2L));
        refused(IotError.RESOURCE_NOT_FOUND, () -> groups.update(HERE, update(NORTH, null), null));
    }

    @Test
    void deletesTheGroupWithItsMembers() {
        createThing(PUMP, Map.of("temperature", "60"));
        createActive(HOT, IS_HOT);
        registry.changes().clear();

        groups.delete(HERE, HOT, 1L);
        groups.delete(HERE, HOT, 1L);

        assertThat(groupsOf(PUMP)).isEmpty();
        assertThat(registry.changes()).containsExactly(new RegistryChange(HERE, Kind.THING_GROUP, "hot"));
        refused(IotError.RESOURCE_NOT_FOUND, () -> registry.groups().describe(HERE, HOT));
        registry.index().setMode(HERE, IndexingMode.OFF);
        assertThat(registry.index().mode(HERE)).isEqualTo(IndexingMode.OFF);
    }
}
