// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static io.fleetward.application.registry.OnRegistryStores.HERE;
import static io.fleetward.application.registry.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange.Kind;
import io.fleetward.application.registry.RegistryUseCases;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingType;
import io.fleetward.registry.thing.ThingTypeName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThingTypeRegistryTest {
    private static final ThingTypeName PUMP = new ThingTypeName("pump");
    private static final ThingType.Properties PROPERTIES =
            new ThingType.Properties("all pumps", List.of("site", "model"));

    private final RegistryUseCases registry = new RegistryUseCases();
    private final ThingTypeRegistry types = registry.types();

    @Test
    void createsATypeWithTags() {
        ThingType type = create(PROPERTIES);

        assertThat(type.arn()).hasToString("arn:aws:iot:eu-west-1:111122223333:thingtype/pump");
        assertThat(types.describe(HERE, PUMP)).isEqualTo(type);
        assertThat(registry.tags()
                        .list(HERE, type.arn().toString(), PageRequest.first(5))
                        .items())
                .containsExactly(Map.entry("team", "water"));
        assertThat(registry.changes()).extracting(change -> change.kind()).containsExactly(Kind.THING_TYPE);
    }

    @Test
    void answersAnEqualTypeWithTheExistingOne() {
        assertThat(create(PROPERTIES)).isEqualTo(create(PROPERTIES));
    }

    @Test
    void refusesOtherPropertiesOfAnExistingType() {
        ThingType type = create(PROPERTIES);

        var refusal = refused(IotError.RESOURCE_ALREADY_EXISTS, () -> create(ThingType.Properties.NONE));

        assertThat(refusal.members()).containsEntry("resourceId", type.id());
    }

    @Test
    void allowsThreeSearchableAttributes() {
        refused(IotError.INVALID_REQUEST, () -> create(new ThingType.Properties(null, List.of("a", "b", "c", "d"))));
    }

    @Test
    void keepsPropertiesFixed() {
        create(PROPERTIES);

        types.update(HERE, PUMP, PROPERTIES);

        refused(IotError.INVALID_REQUEST, () -> types.update(HERE, PUMP, ThingType.Properties.NONE));
        refused(
                IotError.RESOURCE_NOT_FOUND,
                () -> types.update(HERE, new ThingTypeName("valve"), ThingType.Properties.NONE));
    }

    @Test
    void deprecatesOnceAndTakesItBack() {
        create(PROPERTIES);
        types.deprecate(HERE, PUMP, false);
        var first = types.describe(HERE, PUMP).deprecatedAt();
        registry.clock().advance(Duration.ofSeconds(10));

        types.deprecate(HERE, PUMP, false);

        assertThat(types.describe(HERE, PUMP).deprecatedAt()).isEqualTo(first).isNotNull();

        types.deprecate(HERE, PUMP, true);
        types.deprecate(HERE, PUMP, true);

        assertThat(types.describe(HERE, PUMP).isDeprecated()).isFalse();
    }

    @Test
    void deletesOnlyWhatHasBeenDeprecatedLongEnough() {
        create(PROPERTIES);
        refused(IotError.INVALID_REQUEST, () -> types.delete(HERE, PUMP));

        types.deprecate(HERE, PUMP, false);
        registry.clock().advance(Duration.ofSeconds(299));
        refused(IotError.INVALID_REQUEST, () -> types.delete(HERE, PUMP));

        registry.clock().advance(Duration.ofSeconds(1));
        types.delete(HERE, PUMP);

        refused(IotError.RESOURCE_NOT_FOUND, () -> types.describe(HERE, PUMP));
        refused(IotError.RESOURCE_NOT_FOUND, () -> types.delete(HERE, PUMP));
    }

    @Test
    void deletesOnlyWhatNoThingUses() {
        create(PROPERTIES);
        registry.things().create(HERE, new CreateThing(new ThingName("p1"), PUMP, Attributes.NONE));
        types.deprecate(HERE, PUMP, false);
        registry.clock().advance(Duration.ofMinutes(6));

        refused(IotError.INVALID_REQUEST, () -> types.delete(HERE, PUMP));

        registry.things().delete(HERE, new ThingName("p1"), null);
        types.delete(HERE, PUMP);
    }

    @Test
    void forgetsTheTagsOfADeletedType() {
        ThingType type = create(PROPERTIES);
        types.deprecate(HERE, PUMP, false);
        registry.clock().advance(Duration.ofMinutes(6));
        types.delete(HERE, PUMP);

        types.create(HERE, new CreateThingType(PUMP, PROPERTIES, Map.of()));

        assertThat(registry.tags()
                        .list(HERE, type.arn().toString(), PageRequest.first(5))
                        .items())
                .isEmpty();
    }

    @Test
    void listsAllTypesOrTheOneAskedFor() {
        create(PROPERTIES);
        types.create(HERE, new CreateThingType(new ThingTypeName("a"), PROPERTIES, Map.of()));

        assertThat(types.list(HERE, null, PageRequest.first(5)).items())
                .extracting(type -> type.name().value())
                .containsExactly("a", "pump");
        assertThat(types.list(HERE, PUMP, PageRequest.first(5)).items()).hasSize(1);
        assertThat(types.list(HERE, new ThingTypeName("pum"), PageRequest.first(5))
                        .items())
                .isEmpty();
    }

    private ThingType create(ThingType.Properties properties) {
        return types.create(HERE, new CreateThingType(PUMP, properties, Map.of("team", "water")));
    }
}
