// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import static io.fleetward.registry.thing.ThingBuilder.aThing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.OnRegistryStores;
import io.fleetward.application.registry.thing.ThingFilter.ByAttribute;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingTypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Things} promises. */
public interface ThingsContract extends OnRegistryStores {
    @Test
    default void findsTheThingAsItWasStored() {
        Thing thing = aThing(HERE, "pump-7")
                .ofType("pump")
                .with(Map.of("site", "north", "serial", "a:b=[1]"))
                .build();
        stores().change(tx -> stores().things().things().put(tx, thing));

        assertThat(thing("pump-7")).isEqualTo(thing);
        assertThat(thing("Pump-7")).isNull();
    }

    @Test
    default void replacesTheThingOfTheSameName() {
        Thing first = aThing(HERE, "pump")
                .ofType("t")
                .with(Map.of("a", "1", "b", "2"))
                .build();
        Thing second = first.updated(null, new Attributes(Map.of("b", "3")));
        stores().change(tx -> {
            stores().things().things().put(tx, first);
            stores().things().things().put(tx, second);
        });

        assertThat(thing("pump")).isEqualTo(second);
        assertThat(names(new ThingFilter(null, new ByAttribute("a", null, false))))
                .isEmpty();
    }

    @Test
    default void keepsThingsOfOtherTenantsApart() {
        Thing here = aThing(HERE, "pump").with(Map.of("a", "1")).build();
        Thing there = aThing(OTHER_REGION, "pump").with(Map.of("a", "2")).build();
        Thing elsewhere = aThing(OTHER_ACCOUNT, "pump").with(Map.of("a", "3")).build();
        stores().change(tx -> List.of(here, there, elsewhere)
                .forEach(thing -> stores().things().things().put(tx, thing)));

        boolean removed = stores().answer(tx -> stores().things().things().remove(tx, HERE, here.name()));

        assertThat(removed).isTrue();
        assertThat(thing("pump")).isNull();
        assertThat(stores().<@Nullable Thing>read(
                                tx -> stores().things().things().find(tx, OTHER_REGION, here.name())))
                .isEqualTo(there);
        assertThat(stores().<@Nullable Thing>read(
                                tx -> stores().things().things().find(tx, OTHER_ACCOUNT, here.name())))
                .isEqualTo(elsewhere);
    }

    @Test
    default void saysWhetherAThingWasRemoved() {
        assertThat(stores().answer(tx -> stores().things().things().remove(tx, HERE, new ThingName("x"))))
                .isFalse();
    }

    @Test
    default void listsThingsByNamePageByPage() {
        stores().change(tx -> List.of("b", "a_1", "B", "a:1", "c", "a-1")
                .forEach(name ->
                        stores().things().things().put(tx, aThing(HERE, name).build())));

        Page<Thing> first = list(ThingFilter.ALL, PageRequest.first(4));
        Page<Thing> second = list(ThingFilter.ALL, new PageRequest(4, first.next()));

        assertThat(names(first)).containsExactly("B", "a-1", "a:1", "a_1");
        assertThat(names(second)).containsExactly("b", "c");
        assertThat(second.next()).isNull();
        assertThat(list(ThingFilter.ALL, PageRequest.first(6)).next()).isNull();
    }

    @Test
    default void filtersThingsByTypeAndAttribute() {
        stores().change(tx -> {
            put(tx, aThing(HERE, "p1").ofType("pump").with(Map.of("site", "north")));
            put(tx, aThing(HERE, "p2").ofType("pump").with(Map.of("site", "north_2")));
            put(tx, aThing(HERE, "p3").ofType("pump").with(Map.of("site", "northx2")));
            put(tx, aThing(HERE, "v1").ofType("valve").with(Map.of("site", "north")));
            put(tx, aThing(HERE, "v2").with(Map.of("sites", "north")));
        });
        var pump = new ThingTypeName("pump");

        assertThat(names(new ThingFilter(pump, null))).containsExactly("p1", "p2", "p3");
        assertThat(names(new ThingFilter(null, new ByAttribute("site", "north", false))))
                .containsExactly("p1", "v1");
        assertThat(names(new ThingFilter(pump, new ByAttribute("site", "north_", true))))
                .containsExactly("p2");
        assertThat(names(new ThingFilter(null, new ByAttribute("site", null, false))))
                .containsExactly("p1", "p2", "p3", "v1");
    }

    @Test
    default void pagesThroughFilteredThings() {
        stores().change(tx -> List.of("a", "b", "c").forEach(name -> {
            put(tx, aThing(HERE, name).with(Map.of("k", "v")));
            put(tx, aThing(HERE, name + "0"));
        }));
        var filter = new ThingFilter(null, new ByAttribute("k", "v", false));

        Page<Thing> first = list(filter, PageRequest.first(2));

        assertThat(names(first)).containsExactly("a", "b");
        assertThat(names(list(filter, new PageRequest(2, first.next())))).containsExactly("c");
    }

    @Test
    default void knowsWhetherATypeIsInUse() {
        stores().change(tx -> put(tx, aThing(HERE, "p1").ofType("pump")));

        assertThat(isInUse("pump")).isTrue();
        assertThat(isInUse("valve")).isFalse();
    }

    private void put(io.fleetward.application.store.Tx tx, io.fleetward.registry.thing.ThingBuilder thing) {
        stores().things().things().put(tx, thing.build());
    }

    private boolean isInUse(String type) {
        return stores().read(tx -> stores().things().things().anyOfType(tx, HERE, new ThingTypeName(type)));
    }

    private @Nullable Thing thing(String name) {
        return stores().read(tx -> stores().things().things().find(tx, HERE, new ThingName(name)));
    }

    private Page<Thing> list(ThingFilter filter, PageRequest page) {
        return stores().read(tx -> stores().things().things().list(tx, HERE, filter, page));
    }

    private List<String> names(ThingFilter filter) {
        return names(list(filter, PageRequest.first(100)));
    }

    private static List<String> names(Page<Thing> page) {
        return page.items().stream().map(thing -> thing.name().value()).toList();
    }
}
