// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static io.fleetward.application.registry.OnRegistryStores.HERE;
import static io.fleetward.application.registry.OnRegistryStores.OTHER_ACCOUNT;
import static io.fleetward.application.registry.OnRegistryStores.OTHER_REGION;
import static io.fleetward.application.registry.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryChange.Kind;
import io.fleetward.application.registry.RegistryUseCases;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.AttachmentType;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import io.fleetward.registry.thing.ThingType;
import io.fleetward.registry.thing.ThingTypeName;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThingRegistryTest {
    private static final ThingName PUMP = new ThingName("pump-7");
    private static final ThingTypeName TYPE = new ThingTypeName("pump");

    private final RegistryUseCases registry = new RegistryUseCases();
    private final ThingRegistry things = registry.things();

    @BeforeEach
    void createType() {
        registry.types().create(HERE, new CreateThingType(TYPE, ThingType.Properties.NONE, Map.of()));
        registry.changes().clear();
    }

    @Test
    void createsAThingOfVersionOne() {
        Thing thing = create(TYPE, Map.of("site", "north"));

        assertThat(thing.version()).isEqualTo(1);
        assertThat(thing.id()).hasSize(36);
        assertThat(thing.arn()).hasToString("arn:aws:iot:eu-west-1:111122223333:thing/pump-7");
        assertThat(things.describe(HERE, PUMP)).isEqualTo(thing);
        assertThat(registry.changes()).containsExactly(new RegistryChange(HERE, Kind.THING, "pump-7"));
    }

    @Test
    void answersAnEqualThingWithTheExistingOne() {
        Thing thing = create(TYPE, Map.of("site", "north"));
        registry.changes().clear();

        assertThat(create(TYPE, Map.of("site", "north"))).isEqualTo(thing);
        assertThat(registry.changes()).isEmpty();
    }

    @Test
    void refusesAnotherConfigurationOfAnExistingThing() {
        Thing thing = create(TYPE, Map.of("site", "north"));

        var refusal = refused(IotError.RESOURCE_ALREADY_EXISTS, () -> create(null, Map.of("site", "north")));

        assertThat(refusal.members())
                .containsEntry("resourceId", thing.id())
                .containsEntry("resourceArn", thing.arn().toString());
        refused(IotError.RESOURCE_ALREADY_EXISTS, () -> create(TYPE, Map.of()));
    }

    @Test
    void refusesAnUnknownType() {
        refused(
                IotError.RESOURCE_NOT_FOUND,
                () -> things.create(HERE, new CreateThing(PUMP, new ThingTypeName("valve"), Attributes.NONE)));
    }

    @Test
    void refusesADeprecatedType() {
        registry.types().deprecate(HERE, TYPE, false);

        assertThat(refused(IotError.INVALID_REQUEST, () -> create(TYPE, Map.of())))
                .hasMessage("Can not create new thing with depreated thing type:pump");
    }

    @Test
    void limitsAttributesByWhetherTheThingHasAType() {
        refused(IotError.INVALID_REQUEST, () -> create(null, attributes(4)));
        refused(IotError.INVALID_REQUEST, () -> create(TYPE, attributes(51)));

        assertThat(create(TYPE, attributes(50)).attributes().size()).isEqualTo(50);
    }

    @Test
    void countsEveryUpdateAsAVersion() {
        create(null, Map.of("a", "1"));

        update(null, false, AttributeChange.NONE, null);
        update(TYPE, false, AttributeChange.NONE, 2L);

        assertThat(things.describe(HERE, PUMP).version()).isEqualTo(3);
        assertThat(things.describe(HERE, PUMP).type()).isEqualTo(TYPE);
        assertThat(registry.changes()).hasSize(3);
    }

    @Test
    void replacesAttributesUnlessMerging() {
        create(null, Map.of("a", "1", "b", "2"));

        update(null, false, new AttributeChange(Map.of("b", "", "c", "3"), true), null);

        assertThat(things.describe(HERE, PUMP).attributes().values()).isEqualTo(Map.of("a", "1", "c", "3"));

        update(null, false, new AttributeChange(Map.of("d", "4", "e", ""), false), null);

        assertThat(things.describe(HERE, PUMP).attributes().values()).isEqualTo(Map.of("d", "4"));
    }

    @Test
    void checksTheExpectedVersion() {
        create(null, Map.of());

        refused(IotError.VERSION_CONFLICT, () -> update(null, false, AttributeChange.NONE, 2L));
        refused(IotError.VERSION_CONFLICT, () -> things.delete(HERE, PUMP, 7L));
        assertThat(things.describe(HERE, PUMP).version()).isEqualTo(1);
    }

    @Test
    void checksAttributesAgainstTheResultingType() {
        create(TYPE, attributes(4));

        refused(IotError.INVALID_REQUEST, () -> update(null, true, AttributeChange.NONE, null));

        update(null, true, new AttributeChange(Map.of("a", "1"), false), null);
        assertThat(things.describe(HERE, PUMP).type()).isNull();
    }

    @Test
    void refusesANewTypeTogetherWithItsRemoval() {
        create(null, Map.of());

        refused(IotError.INVALID_REQUEST, () -> update(TYPE, true, AttributeChange.NONE, null));
    }

    @Test
    void refusesToMoveAThingToADeprecatedType() {
        create(null, Map.of());
        registry.types().deprecate(HERE, TYPE, false);

        refused(IotError.INVALID_REQUEST, () -> update(TYPE, false, AttributeChange.NONE, null));
        assertThat(things.describe(HERE, PUMP).version()).isEqualTo(1);
    }

    @Test
    void keepsThingsOfADeprecatedType() {
        create(TYPE, Map.of());
        registry.types().deprecate(HERE, TYPE, false);

        update(null, false, new AttributeChange(Map.of("a", "1"), true), null);

        assertThat(things.describe(HERE, PUMP).type()).isEqualTo(TYPE);
    }

    @Test
    void refusesToUpdateAnUnknownThing() {
        refused(IotError.RESOURCE_NOT_FOUND, () -> update(null, false, AttributeChange.NONE, null));
        refused(IotError.RESOURCE_NOT_FOUND, () -> things.describe(HERE, PUMP));
    }

    @Test
    void deletesAThingAndItsMemberships() {
        create(null, Map.of());
        var group = new ThingGroupName("north");
        registry.groups().create(HERE, new CreateThingGroup(group, null, ThingGroup.Properties.NONE, Map.of()));
        registry.membership().add(HERE, PUMP, group);
        registry.changes().clear();

        things.delete(HERE, PUMP, 1L);

        refused(IotError.RESOURCE_NOT_FOUND, () -> things.describe(HERE, PUMP));
        assertThat(registry.membership()
                        .things(HERE, group, false, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(registry.changes())
                .containsExactly(
                        new RegistryChange(HERE, Kind.THING, "pump-7"),
                        new RegistryChange(HERE, Kind.THING_GROUP_MEMBERSHIP, "pump-7"));
    }

    @Test
    void countsAnUnknownThingAsDeleted() {
        things.delete(HERE, PUMP, 5L);

        assertThat(registry.changes()).isEmpty();
    }

    @Test
    void refusesToDeleteAThingWithPrincipals() {
        create(null, Map.of());
        var principal = new ThingPrincipal(PUMP, new CertificateId("a".repeat(64)), AttachmentType.NON_EXCLUSIVE_THING);
        registry.stores().change(tx -> registry.stores().things().principals().put(tx, HERE, principal));

        assertThat(refused(IotError.INVALID_REQUEST, () -> things.delete(HERE, PUMP, null)))
                .hasMessage("Cannot delete. Thing pump-7 is still attached to one or more principals");
        assertThat(things.describe(HERE, PUMP)).isNotNull();
    }

    @Test
    void keepsTenantsApart() {
        create(null, Map.of());

        refused(IotError.RESOURCE_NOT_FOUND, () -> things.describe(OTHER_ACCOUNT, PUMP));
        refused(IotError.RESOURCE_NOT_FOUND, () -> things.describe(OTHER_REGION, PUMP));
        things.delete(OTHER_ACCOUNT, PUMP, null);

        assertThat(things.list(HERE, ThingFilter.ALL, PageRequest.first(5)).items())
                .hasSize(1);
        assertThat(things.list(OTHER_REGION, ThingFilter.ALL, PageRequest.first(5))
                        .items())
                .isEmpty();
    }

    private Thing create(@Nullable ThingTypeName type, Map<String, String> attributes) {
        return things.create(HERE, new CreateThing(PUMP, type, new Attributes(attributes)));
    }

    private void update(
            @Nullable ThingTypeName type,
            boolean removesType,
            AttributeChange attributes,
            @Nullable Long expectedVersion) {
        things.update(HERE, new UpdateThing(PUMP, type, removesType, attributes, expectedVersion));
    }

    private static Map<String, String> attributes(int count) {
        var attributes = new TreeMap<String, String>();
        IntStream.range(0, count).forEach(number -> attributes.put("a" + number, "v"));
        return attributes;
    }
}
