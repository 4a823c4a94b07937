// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.thing;

import static io.fleetward.registry.thing.ThingBuilder.aThing;
import static io.fleetward.registry.thing.ThingGroupBuilder.aGroup;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.certificate.CertificateId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThingsAndGroupsTest {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void countsVersionsOfAThing() {
        Thing thing = aThing(HERE, "pump").ofType("t").build();

        Thing updated = thing.updated(null, new Attributes(Map.of("a", "1")));

        assertThat(updated.version()).isEqualTo(2);
        assertThat(updated.type()).isNull();
        assertThat(updated.id()).isEqualTo(thing.id());
        assertThat(updated.createdAt()).isEqualTo(thing.createdAt());
    }

    @Test
    void limitsAttributesByType() {
        assertThat(Thing.attributeLimit(null)).isEqualTo(3);
        assertThat(Thing.attributeLimit(new ThingTypeName("t"))).isEqualTo(50);
    }

    @Test
    void knowsAGroupsPlace() {
        ThingGroup plants = aGroup(HERE, "plants").build();
        ThingGroup north = aGroup(HERE, "north").under(plants).build();
        ThingGroup hall = aGroup(HERE, "hall").under(north).build();

        assertThat(plants.parent()).isNull();
        assertThat(plants.root()).isEqualTo(plants.name());
        assertThat(plants.depth()).isEqualTo(1);
        assertThat(hall.parent()).isEqualTo(north.name());
        assertThat(hall.root()).isEqualTo(plants.name());
        assertThat(hall.depth()).isEqualTo(3);
        assertThat(hall.arn()).hasToString("arn:aws:iot:eu-west-1:111122223333:thinggroup/hall");
    }

    @Test
    void countsVersionsOfAGroup() {
        ThingGroup group = aGroup(HERE, "north").build();
        var properties = new ThingGroup.Properties("d", new Attributes(Map.of("a", "1")));

        ThingGroup updated = group.updated(properties);

        assertThat(updated.version()).isEqualTo(2);
        assertThat(updated.properties()).isEqualTo(properties);
        assertThat(updated.ancestors()).isEqualTo(group.ancestors());
    }

    @Test
    void measuresTheTimeSinceDeprecation() {
        var type = new ThingType(
                HERE, new ThingTypeName("t"), "id", new ThingType.Properties("d", List.of("site")), NOON, null);
        ThingType deprecated = type.deprecated(NOON);

        assertThat(type.isDeprecated()).isFalse();
        assertThat(type.isDeprecatedFor(Duration.ZERO, NOON)).isFalse();
        assertThat(deprecated.isDeprecated()).isTrue();
        assertThat(deprecated.isDeprecatedFor(Duration.ofSeconds(1), NOON)).isFalse();
        assertThat(deprecated.isDeprecatedFor(Duration.ofSeconds(1), NOON.plusSeconds(1)))
                .isTrue();
        assertThat(deprecated.deprecated(null)).isEqualTo(type);
        assertThat(type.arn()).hasToString("arn:aws:iot:eu-west-1:111122223333:thingtype/t");
    }

    @Test
    void tellsExclusiveAttachments() {
        var certificate = new CertificateId("a".repeat(64));
        var pump = new ThingName("pump");

        assertThat(new ThingPrincipal(pump, certificate, AttachmentType.EXCLUSIVE_THING).isExclusive())
                .isTrue();
        assertThat(new ThingPrincipal(pump, certificate, AttachmentType.NON_EXCLUSIVE_THING).isExclusive())
                .isFalse();
    }
}
