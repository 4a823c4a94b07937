// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static io.fleetward.application.registry.OnRegistryStores.HERE;
import static io.fleetward.application.registry.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryUseCases;
import io.fleetward.application.registry.thing.ThingGroupRegistry.GroupListing;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThingGroupRegistryTest {
    private final RegistryUseCases registry = new RegistryUseCases();
    private final ThingGroupRegistry groups = registry.groups();

    @Test
    void createsAHierarchy() {
        create("plants", null);
        create("north", "plants");
        ThingGroup hall = create("hall-1", "north");

        assertThat(hall.ancestors()).containsExactly(new ThingGroupName("plants"), new ThingGroupName("north"));
        assertThat(hall.version()).isEqualTo(1);
        assertThat(hall.arn()).hasToString("arn:aws:iot:eu-west-1:111122223333:thinggroup/hall-1");
        assertThat(groups.describe(HERE, hall.name())).isEqualTo(hall);
    }

    @Test
    void answersAnEqualGroupWithTheExistingOne() {
        create("plants", null);
        ThingGroup group = create("north", "plants");

        assertThat(create("north", "plants")).isEqualTo(group);
    }

    @Test
    void refusesAnotherConfigurationOfAnExistingGroup() {
        create("plants", null);
        ThingGroup group = create("north", "plants");

        var refusal = refused(IotError.RESOURCE_ALREADY_EXISTS, () -> create("north", null));

        assertThat(refusal.members()).containsEntry("resourceArn", group.arn().toString());
        refused(
                IotError.RESOURCE_ALREADY_EXISTS,
                () -> groups.create(
                        HERE,
                        new CreateThingGroup(
                                group.name(),
                                new ThingGroupName("plants"),
                                new ThingGroup.Properties("other", Attributes.NONE),
                                Map.of())));
    }

    @Test
    void refusesAnUnknownParent() {
        refused(IotError.INVALID_REQUEST, () -> create("north", "plants"));
    }

    @Test
    void allowsSevenLevels() {
        create("level-1", null);
        IntStream.rangeClosed(2, 7).forEach(level -> create("level-" + level, "level-" + (level - 1)));

        refused(IotError.INVALID_REQUEST, () -> create("level-8", "level-7"));
    }

    @Test
    void allowsAHundredChildren() {
        create("parent", null);
        IntStream.range(0, 100).forEach(number -> create("child-" + number, "parent"));

        refused(IotError.INVALID_REQUEST, () -> create("one-more", "parent"));
    }

    @Test
    void updatesDescriptionAndAttributes() {
        create("north", null);

        long second = groups.update(HERE, update("new", new AttributeChange(Map.of("a", "1", "b", "2"), false), 1L));
        long third = groups.update(HERE, update(null, new AttributeChange(Map.of("a", ""), true), null));

        assertThat(second).isEqualTo(2);
        assertThat(third).isEqualTo(3);
        ThingGroup group = groups.describe(HERE, new ThingGroupName("north"));
        assertThat(group.properties().description()).isEqualTo("new");
        assertThat(group.properties().attributes().values()).isEqualTo(Map.of("b", "2"));
        refused(IotError.VERSION_CONFLICT, () -> groups.update(HERE, update("x", AttributeChange.NONE, 1L)));
    }

    @Test
    void refusesToUpdateAnUnknownGroup() {
        refused(IotError.RESOURCE_NOT_FOUND, () -> groups.update(HERE, update("x", AttributeChange.NONE, null)));
    }

    @Test
    void deletesAGroupWithItsMembersPoliciesAndTags() {
        ThingGroup group = create("north", null);
        var pump = new ThingName("pump");
        registry.things().create(HERE, new CreateThing(pump, null, Attributes.NONE));
        registry.membership().add(HERE, pump, group.name());
        registry.stores().change(tx -> registry.policies().attach(tx, HERE, group.arn(), 2));

        groups.delete(HERE, group.name(), 1L);

        refused(IotError.RESOURCE_NOT_FOUND, () -> groups.describe(HERE, group.name()));
        assertThat(registry.membership()
                        .groups(HERE, pump, PageRequest.first(5))
                        .items())
                .isEmpty();
        int policies = registry.stores().read(tx -> registry.policies().count(tx, HERE, group.arn()));
        assertThat(policies).isZero();
        create("north", null);
        assertThat(registry.membership()
                        .groups(HERE, pump, PageRequest.first(5))
                        .items())
                .isEmpty();
    }

    @Test
    void refusesToDeleteAGroupWithChildren() {
        ThingGroup plants = create("plants", null);
        create("north", "plants");

        assertThat(refused(IotError.INVALID_REQUEST, () -> groups.delete(HERE, plants.name(), null)))
                .hasMessage("Cannot delete thing group : plants when there are still child groups attached to it");
        refused(IotError.VERSION_CONFLICT, () -> groups.delete(HERE, plants.name(), 2L));
    }

    @Test
    void countsAnUnknownGroupAsDeleted() {
        groups.delete(HERE, new ThingGroupName("north"), 3L);

        assertThat(registry.changes()).isEmpty();
    }

    @Test
    void listsBelowAParentThatMustExist() {
        create("plants", null);
        create("north", "plants");
        create("hall", "north");

        assertThat(names(new GroupListing(new ThingGroupName("plants"), true, null)))
                .containsExactly("hall", "north");
        assertThat(names(new GroupListing(new ThingGroupName("plants"), false, null)))
                .containsExactly("north");
        assertThat(names(new GroupListing(null, true, "n"))).containsExactly("north");
        refused(IotError.RESOURCE_NOT_FOUND, () -> names(new GroupListing(new ThingGroupName("nowhere"), true, null)));
    }

    private List<String> names(GroupListing query) {
        return groups.list(HERE, query, PageRequest.first(50)).items().stream()
                .map(group -> group.name().value())
                .toList();
    }

    private static UpdateThingGroup update(
            @Nullable String description, AttributeChange attributes, @Nullable Long expectedVersion) {
        return new UpdateThingGroup(new ThingGroupName("north"), description, attributes, expectedVersion);
    }

    private ThingGroup create(String name, @Nullable String parent) {
        return groups.create(
                HERE,
                new CreateThingGroup(
                        new ThingGroupName(name),
                        parent == null ? null : new ThingGroupName(parent),
                        ThingGroup.Properties.NONE,
                        Map.of()));
    }
}
