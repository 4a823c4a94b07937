// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.role;

import static io.fleetward.application.registry.OnRegistryStores.HERE;
import static io.fleetward.application.registry.OnRegistryStores.OTHER_REGION;
import static io.fleetward.application.registry.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryChange.Kind;
import io.fleetward.application.registry.RegistryUseCases;
import io.fleetward.application.registry.role.RoleAliasRegistry.Terms;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.role.RoleAlias;
import io.fleetward.registry.role.RoleAliasName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleAliasRegistryTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/fleet";
    private static final String OTHER_ROLE = "arn:aws:iam::111122223333:role/path/other";
    private static final RoleAliasName NAME = new RoleAliasName("fleet");

    private final RegistryUseCases registry = new RegistryUseCases();
    private final RoleAliasRegistry aliases = registry.roleAliases();

    @Test
    void createsAnAliasWithCredentialsForAnHour() {
        RoleAlias created = aliases.create(HERE, NAME, new Terms(ROLE, null), Map.of("team", "water"));

        assertThat(aliases.describe(HERE, NAME)).isEqualTo(created);
        assertThat(created.roleArn()).isEqualTo(ROLE);
        assertThat(created.credentialSeconds()).isEqualTo(3_600);
        assertThat(created.createdAt()).isEqualTo(registry.clock().instant()).isEqualTo(created.modifiedAt());
        assertThat(registry.tags()
                        .list(HERE, created.arn().toString(), PageRequest.first(9))
                        .items())
                .containsExactly(Map.entry("team", "water"));
        assertThat(registry.changes()).containsExactly(new RegistryChange(HERE, Kind.ROLE_ALIAS, "fleet"));
        refused(IotError.RESOURCE_NOT_FOUND, () -> aliases.describe(OTHER_REGION, NAME));
    }

    @Test
    void changesOnlyWhatIsGiven() {
        RoleAlias created = aliases.create(HERE, NAME, new Terms(ROLE, 900), Map.of());
        registry.clock().advance(Duration.ofMinutes(1));

        aliases.update(HERE, NAME, new Terms(null, 7_200));
        RoleAlias updated = aliases.update(HERE, NAME, new Terms(OTHER_ROLE, null));

        assertThat(aliases.describe(HERE, NAME)).isEqualTo(updated);
        assertThat(updated.roleArn()).isEqualTo(OTHER_ROLE);
        assertThat(updated.credentialSeconds()).isEqualTo(7_200);
        assertThat(updated.createdAt()).isEqualTo(created.createdAt());
        assertThat(updated.modifiedAt()).isEqualTo(registry.clock().instant());
    }

    @Test
    void refusesANameThatIsTaken() {
        aliases.create(HERE, NAME, new Terms(ROLE, null), Map.of());

        assertThat(refused(
                                IotError.RESOURCE_ALREADY_EXISTS,
                                () -> aliases.create(HERE, NAME, new Terms(ROLE, null), Map.of()))
                        .text())
                .isEqualTo("Role alias fleet already exists");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "arn:aws:iam::444455556666:role/fleet",
                "arn:aws:iam::111122223333:user/fleet",
                "arn:aws:s3:::role/fleet-of-things"
            })
    void refusesWhatIsNoRoleOfTheAccount(@Nullable String role) {
        refused(IotError.INVALID_REQUEST, () -> aliases.create(HERE, NAME, new Terms(role, null), Map.of()));
        if (role != null) {
            aliases.create(HERE, NAME, new Terms(ROLE, null), Map.of());
            refused(IotError.INVALID_REQUEST, () -> aliases.update(HERE, NAME, new Terms(role, null)));
        }
    }

    @Test
    void deletesAnAliasWithItsTags() {
        RoleAlias created = aliases.create(HERE, NAME, new Terms(ROLE, null), Map.of("team", "water"));

        aliases.delete(HERE, NAME);

        refused(IotError.RESOURCE_NOT_FOUND, () -> aliases.delete(HERE, NAME));
        refused(IotError.RESOURCE_NOT_FOUND, () -> aliases.update(HERE, NAME, new Terms(ROLE, null)));
        aliases.create(HERE, NAME, new Terms(ROLE, null), Map.of());
        assertThat(registry.tags()
                        .list(HERE, created.arn().toString(), PageRequest.first(9))
                        .items())
                .isEmpty();
    }

    @Test
    void listsNamesInBothDirections() {
        List.of("b", "a", "d", "c").forEach(name -> create(name));

        assertThat(list(true)).containsExactly("a", "b", "c", "d");
        assertThat(list(false)).containsExactly("d", "c", "b", "a");
    }

    @Test
    void areAtMostAHundred() {
        for (int number = 0; number < RoleAliasRegistry.LIMIT; number++) {
            create("alias" + number);
        }

        refused(IotError.LIMIT_EXCEEDED, () -> create("one-more"));
    }

    private void create(String name) {
        aliases.create(HERE, new RoleAliasName(name), new Terms(ROLE, null), Map.of());
    }

    /** All names, three at a time. */
    private List<String> list(boolean isAscending) {
        var names = new ArrayList<String>();
        String after = null;
        do {
            Page<RoleAliasName> page = aliases.list(HERE, isAscending, new PageRequest(3, after));
            page.items().forEach(name -> names.add(name.value()));
            after = page.next();
        } while (after != null);
        return names;
    }
}
