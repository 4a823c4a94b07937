// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

import static io.fleetward.registry.query.QueriedThings.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.thing.GroupQuery;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupBuilder;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DynamicGroupsTest {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");

    private static ThingGroup dynamic(String name, String query) {
        return ThingGroupBuilder.aGroup(HERE, name)
                .of(GroupQuery.building(query))
                .build();
    }

    private static List<String> names(List<ThingGroupName> groups) {
        return groups.stream().map(ThingGroupName::value).toList();
    }

    private static String[] staticGroups(int count) {
        return IntStream.range(0, count).mapToObj(number -> "s" + number).toArray(String[]::new);
    }

    @Test
    void aThingIsInTheGroupsWhoseQueriesItFits() {
        DynamicGroups groups = DynamicGroups.of(List.of(
                dynamic("hot", "attributes.t>50"),
                ThingGroupBuilder.aGroup(HERE, "north").build(),
                dynamic("northern", "thingGroupNames:north"),
                dynamic("cold", "attributes.t<0")));

        assertThat(names(groups.of(thing("pump", "pump", Map.of("t", "60"), "north"))))
                .containsExactly("hot", "northern");
        assertThat(names(groups.of(thing("pump", "pump", Map.of("t", "-1"))))).containsExactly("cold");
        assertThat(groups.of(thing("pump", "pump", Map.of()))).isEmpty();
    }

    @Test
    void theOldestGroupsAreJoinedAsLongAsThereIsRoom() {
        DynamicGroups groups = DynamicGroups.of(Stream.of("oldest", "older", "newest")
                .map(name -> dynamic(name, "thingName:*"))
                .toList());

        assertThat(names(groups.of(thing("pump", "pump", Map.of(), staticGroups(7)))))
                .containsExactly("oldest", "older", "newest");
        assertThat(names(groups.of(thing("pump", "pump", Map.of(), staticGroups(8)))))
                .containsExactly("oldest", "older");
        assertThat(groups.of(thing("pump", "pump", Map.of(), staticGroups(10)))).isEmpty();
    }

    @Test
    void staticGroupsAreNotAmongThem() {
        DynamicGroups none =
                DynamicGroups.of(List.of(ThingGroupBuilder.aGroup(HERE, "north").build()));

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.contains(new ThingGroupName("north"))).isFalse();
    }

    @Test
    void knowsWhichQueriesReadGroups() {
        DynamicGroups groups = DynamicGroups.of(
                List.of(dynamic("hot", "attributes.t>50"), dynamic("northern", "NOT thingGroupNames:south")));

        assertThat(groups.isEmpty()).isFalse();
        assertThat(groups.contains(new ThingGroupName("hot"))).isTrue();
        assertThat(groups.readingGroups()).containsExactly(new ThingGroupName("northern"));
    }
}
