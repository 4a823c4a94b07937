// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.FindingAggregator;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.hub.aggregation.RegionLinking;
import io.fleetward.hub.aggregation.RegionLinking.Mode;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import io.fleetward.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingScopesTest {
    private static final List<String> ACCOUNTS =
            List.of("111111111111", "222222222222", "333333333333", "444444444444");
    private static final List<Region> REGIONS =
            Stream.of("ap-south-1", "eu-west-1", "us-east-1").map(Region::new).toList();
    private static final List<Mode> MODES = List.of(Mode.values());
    private static final AccountRegion ADMINISTRATOR = AccountRegion.of("111111111111", "eu-west-1");
    private static final AccountRegion ADMINISTRATOR_LINKED = AccountRegion.of("111111111111", "us-east-1");
    private static final AccountRegion MEMBER = AccountRegion.of("222222222222", "eu-west-1");
    private static final AccountRegion MEMBER_LINKED = AccountRegion.of("222222222222", "us-east-1");

    private final HubFixture hub = new HubFixture();

    @Test
    void reachesAndTellsOneselfAlone() {
        hub.enabled(ADMINISTRATOR);
        assertThat(scopes(ADMINISTRATOR)).containsExactly(ADMINISTRATOR);
        assertThat(told(ADMINISTRATOR)).containsExactly(ADMINISTRATOR);
    }

    @Test
    void tellsAdministratorsAndHomeRegions() {
        hub.enabled(ADMINISTRATOR).enabled(ADMINISTRATOR_LINKED).enabled(MEMBER).enabled(MEMBER_LINKED);
        hub.transactions.change(tx -> {
            join(tx, ADMINISTRATOR, MEMBER);
            join(tx, ADMINISTRATOR_LINKED, MEMBER_LINKED);
            aggregate(tx, ADMINISTRATOR, new RegionLinking(Mode.ALL_REGIONS, List.of()));
        });
        assertThat(told(MEMBER)).containsExactly(MEMBER, ADMINISTRATOR);
        assertThat(told(MEMBER_LINKED))
                .startsWith(MEMBER_LINKED)
                .containsExactlyInAnyOrder(MEMBER_LINKED, ADMINISTRATOR_LINKED, MEMBER, ADMINISTRATOR);
        assertThat(told(ADMINISTRATOR_LINKED)).containsExactly(ADMINISTRATOR_LINKED, ADMINISTRATOR);
        assertThat(scopes(ADMINISTRATOR)).startsWith(ADMINISTRATOR).hasSize(4);
    }

    @Test
    void tellsExactlyThoseWhoseCallsReachTheFindings() {
        Seed seed = Seed.current();
        for (int i = 0; i < 200; i++) {
            var world = new HubFixture();
            List<AccountRegion> places = furnish(world, seed.generator(), i);
            world.transactions.change(tx -> {
                FindingScopes scopes = world.stores.scopes();
                for (AccountRegion owner : places) {
                    List<AccountRegion> reaching = places.stream()
                            .filter(place -> scopes.of(tx, place).contains(owner))
                            .toList();
                    assertThat(scopes.eventScopes(tx, owner))
                            .as("%s of %s", seed, owner)
                            .doesNotHaveDuplicates()
                            .startsWith(owner)
                            .containsExactlyInAnyOrderElementsOf(reaching);
                    assertThat(scopes.of(tx, owner)).doesNotHaveDuplicates().startsWith(owner);
                    assertThat(places).containsAll(scopes.of(tx, owner));
                }
            });
        }
    }

    /** Some hubs, members and aggregators as the use cases permit them; answers where hubs are enabled. */
    private static List<AccountRegion> furnish(HubFixture world, RandomGenerator random, int round) {
        var places = new ArrayList<AccountRegion>();
        for (String account : ACCOUNTS) {
            for (Region region : REGIONS) {
                if (random.nextInt(4) > 0 || round == 0) {
                    places.add(AccountRegion.of(account, region.value()));
                }
            }
        }
        places.forEach(world::enabled);
        world.transactions.change(tx -> {
            for (AccountRegion member : places) {
                AccountRegion administrator = AccountRegion.of(
                        ACCOUNTS.get(random.nextInt(2)), member.region().value());
                boolean isAdministrator = ACCOUNTS.indexOf(member.account().value()) < 2;
                if (!isAdministrator && places.contains(administrator) && random.nextBoolean()) {
                    join(tx, administrator, member, world);
                }
            }
            for (AccountRegion home : places) {
                Mode mode = MODES.get(random.nextInt(MODES.size()));
                List<Region> named = mode.namesRegions() ? List.of(REGIONS.get(random.nextInt(3))) : List.of();
                if (world.stores.links().aggregators().find(tx, home.account()) == null && random.nextBoolean()) {
                    aggregate(tx, home, new RegionLinking(mode, named), world);
                }
            }
        });
        return places;
    }

    private void join(Tx tx, AccountRegion administrator, AccountRegion member) {
        join(tx, administrator, member, hub);
    }

    private static void join(Tx tx, AccountRegion administrator, AccountRegion member, HubFixture world) {
        Member joined = Member.ofOrganization(administrator, member.account(), null, world.clock.instant());
        world.stores.links().members().save(tx, joined);
    }

    private void aggregate(Tx tx, AccountRegion home, RegionLinking linking) {
        aggregate(tx, home, linking, hub);
    }

    private static void aggregate(Tx tx, AccountRegion home, RegionLinking linking, HubFixture world) {
        world.stores.links().aggregators().save(tx, new FindingAggregator(home, "id", linking));
    }

    private List<AccountRegion> scopes(AccountRegion caller) {
        return hub.transactions.read(tx -> hub.stores.scopes().of(tx, caller));
    }

    private List<AccountRegion> told(AccountRegion owner) {
        return hub.transactions.read(tx -> hub.stores.scopes().eventScopes(tx, owner));
    }
}
