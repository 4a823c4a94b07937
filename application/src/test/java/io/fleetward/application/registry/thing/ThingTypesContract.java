// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.OnRegistryStores;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingType;
import io.fleetward.registry.thing.ThingTypeName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link ThingTypes} promises. */
public interface ThingTypesContract extends OnRegistryStores {
    @Test
    default void findsTheTypeAsItWasStored() {
        ThingType type = aType(HERE, "pump");
        stores().change(tx -> types().put(tx, type));

        assertThat(type("pump")).isEqualTo(type);
        assertThat(type("valve")).isNull();
    }

    @Test
    default void keepsTheDateOfDeprecation() {
        ThingType deprecated = aType(HERE, "pump").deprecated(Instant.parse("2026-06-01T10:00:00.123Z"));
        stores().change(tx -> {
            types().put(tx, aType(HERE, "pump"));
            types().put(tx, deprecated);
        });

        assertThat(type("pump")).isEqualTo(deprecated);
    }

    @Test
    default void keepsATypeWithoutDescription() {
        var type = new ThingType(HERE, new ThingTypeName("t"), "id", ThingType.Properties.NONE, Instant.EPOCH, null);
        stores().change(tx -> types().put(tx, type));

        assertThat(type("t")).isEqualTo(type);
    }

    @Test
    default void listsTheTypesOfTheTenantByName() {
        stores().change(tx -> {
            List.of("b", "a", "c").forEach(name -> types().put(tx, aType(HERE, name)));
            types().put(tx, aType(OTHER_REGION, "a0"));
        });

        Page<ThingType> first = stores().read(tx -> types().list(tx, HERE, PageRequest.first(2)));
        Page<ThingType> second = stores().read(tx -> types().list(tx, HERE, new PageRequest(2, first.next())));

        assertThat(first.items()).extracting(type -> type.name().value()).containsExactly("a", "b");
        assertThat(second.items()).extracting(type -> type.name().value()).containsExactly("c");
        assertThat(second.next()).isNull();
    }

    @Test
    default void removesTheTypeOfThisTenantOnly() {
        stores().change(tx -> {
            types().put(tx, aType(HERE, "pump"));
            types().put(tx, aType(OTHER_ACCOUNT, "pump"));
        });
        var name = new ThingTypeName("pump");

        assertThat(stores().answer(tx -> types().remove(tx, HERE, name))).isTrue();
        assertThat(stores().answer(tx -> types().remove(tx, HERE, name))).isFalse();
        assertThat(stores().<@Nullable ThingType>read(tx -> types().find(tx, OTHER_ACCOUNT, name)))
                .isNotNull();
    }

    private static ThingType aType(AccountRegion scope, String name) {
        var properties = new ThingType.Properties("all " + name + "s", List.of("site", "model"));
        return new ThingType(
                scope, new ThingTypeName(name), "id-" + name, properties, Instant.parse("2026-06-01T00:00:00Z"), null);
    }

    private ThingTypes types() {
        return stores().things().types();
    }

    private @Nullable ThingType type(String name) {
        return stores().read(tx -> types().find(tx, HERE, new ThingTypeName(name)));
    }
}
