// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.index;

import static io.fleetward.application.registry.OnRegistryStores.HERE;
import static io.fleetward.application.registry.OnRegistryStores.OTHER_ACCOUNT;
import static io.fleetward.application.registry.OnRegistryStores.OTHER_REGION;
import static io.fleetward.application.registry.Refusals.refused;
import static io.fleetward.registry.thing.ThingBuilder.aThing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryUseCases;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.query.IndexedThing;
import io.fleetward.registry.query.IndexingMode;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupBuilder;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FleetIndexTest {
    private final RegistryUseCases registry = new RegistryUseCases();
    private final FleetIndex index = registry.index();

    @BeforeEach
    void fill() {
        index.setMode(HERE, IndexingMode.REGISTRY);
        registry.stores().change(tx -> {
            var things = registry.stores().things();
            things.things()
                    .put(tx, aThing(HERE, "pump-1").with(Map.of("t", "60")).build());
            things.things()
                    .put(tx, aThing(HERE, "pump-2").with(Map.of("t", "40")).build());
            things.things()
                    .put(tx, aThing(HERE, "valve-1").with(Map.of("t", "60")).build());
            things.things()
                    .put(
                            tx,
                            aThing(OTHER_REGION, "pump-3")
                                    .with(Map.of("t", "60"))
                                    .build());
            things.groups().put(tx, ThingGroupBuilder.aGroup(HERE, "north").build());
            things.members().add(tx, HERE, new ThingGroupName("north"), new ThingName("pump-2"));
        });
    }

    private Page<IndexedThing> search(String query, int limit, String after) {
        return index.search(HERE, query, new PageRequest(limit, after.isEmpty() ? null : after));
    }

    private static List<String> names(Page<IndexedThing> page) {
        return page.items().stream().map(thing -> thing.thing().name().value()).toList();
    }

    @Test
    void findsThingsWithTheirGroups() {
        assertThat(names(search("attributes.t>50", 10, ""))).containsExactly("pump-1", "valve-1");
        Page<IndexedThing> northern = search("thingGroupNames:north", 10, "");
        assertThat(names(northern)).containsExactly("pump-2");
        assertThat(northern.items().getFirst().groups()).containsExactly(new ThingGroupName("north"));
    }

    @Test
    void findsMembersOfDynamicGroupsAsWell() {
        registry.dynamicGroups()
                .create(
                        HERE,
                        new CreateDynamicGroup(
                                new ThingGroupName("hot"), "attributes.t>50", ThingGroup.Properties.NONE, Map.of()));
        registry.runJobs();

        assertThat(names(search("thingGroupNames:hot AND thingName:pump*", 10, "")))
                .containsExactly("pump-1");
    }

    @Test
    void pagesThroughWhatItFinds() {
        Page<IndexedThing> first = search("thingName:*", 2, "");
        assertThat(names(first)).containsExactly("pump-1", "pump-2");

        Page<IndexedThing> second = search("thingName:*", 2, String.valueOf(first.next()));
        assertThat(names(second)).containsExactly("valve-1");
        assertThat(second.next()).isNull();
        assertThat(search("thingName:*", 3, "").next()).isNull();
    }

    @Test
    void aCallLooksAtABoundedNumberOfThings() {
        registry.stores()
                .change(tx -> IntStream.range(0, 10_010)
                        .forEach(number -> registry.stores()
                                .things()
                                .things()
                                .put(tx, aThing(HERE, "thing-" + number).build())));

        Page<IndexedThing> first = search("thingName:valve-1", 10, "");
        assertThat(names(first)).isEmpty();
        Page<IndexedThing> second = search("thingName:valve-1", 10, String.valueOf(first.next()));
        assertThat(names(second)).containsExactly("valve-1");
        assertThat(second.next()).isNull();
    }

    @Test
    void answersOnlyWhenItIsOn() {
        assertThat(index.mode(OTHER_ACCOUNT)).isEqualTo(IndexingMode.OFF);
        assertThat(index.names(OTHER_ACCOUNT)).isEmpty();
        assertThat(index.names(HERE)).containsExactly("AWS_Things");
        refused(IotError.RESOURCE_NOT_FOUND, () -> index.search(OTHER_ACCOUNT, "thingName:*", PageRequest.first(1)));
        refused(IotError.INVALID_QUERY, () -> search("shadow.hasDelta:true", 1, ""));
    }

    @Test
    void staysOnWhileThereAreDynamicGroups() {
        registry.dynamicGroups()
                .create(
                        HERE,
                        new CreateDynamicGroup(
                                new ThingGroupName("hot"), "attributes.t>50", ThingGroup.Properties.NONE, Map.of()));

        assertThat(refused(IotError.INVALID_REQUEST, () -> index.setMode(HERE, IndexingMode.OFF))
                        .text())
                .contains("thingIndexingMode");
        index.setMode(HERE, IndexingMode.REGISTRY);
        assertThat(index.mode(HERE)).isEqualTo(IndexingMode.REGISTRY);
    }
}
