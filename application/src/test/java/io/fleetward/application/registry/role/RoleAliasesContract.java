// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.OnRegistryStores;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.role.RoleAlias;
import io.fleetward.registry.role.RoleAliasName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link RoleAliases} promises. */
public interface RoleAliasesContract extends OnRegistryStores {
    @Test
    default void findsTheAliasAsItWasStored() {
        RoleAlias alias = anAlias(HERE, "fleet", 900);
        stores().change(tx -> aliases().put(tx, alias));

        assertThat(alias("fleet")).isEqualTo(alias);
        assertThat(alias("other")).isNull();
    }

    @Test
    default void replacesAnAlias() {
        stores().change(tx -> {
            aliases().put(tx, anAlias(HERE, "fleet", 900));
            aliases().put(tx, anAlias(HERE, "fleet", 7_200));
        });

        assertThat(alias("fleet")).isEqualTo(anAlias(HERE, "fleet", 7_200));
    }

    @Test
    default void listsTheAliasesOfTheTenantByName() {
        stores().change(tx -> {
            List.of("b", "a", "C").forEach(name -> aliases().put(tx, anAlias(HERE, name, 900)));
            aliases().put(tx, anAlias(OTHER_REGION, "a0", 900));
        });

        assertThat(stores().<List<RoleAlias>>read(tx -> aliases().of(tx, HERE)))
                .extracting(alias -> alias.name().value())
                .containsExactly("C", "a", "b");
    }

    @Test
    default void removesTheAliasOfThisTenantOnly() {
        stores().change(tx -> {
            aliases().put(tx, anAlias(HERE, "fleet", 900));
            aliases().put(tx, anAlias(OTHER_ACCOUNT, "fleet", 900));
        });
        var name = new RoleAliasName("fleet");

        assertThat(stores().answer(tx -> aliases().remove(tx, HERE, name))).isTrue();
        assertThat(stores().answer(tx -> aliases().remove(tx, HERE, name))).isFalse();
        assertThat(stores().<@Nullable RoleAlias>read(tx -> aliases().find(tx, OTHER_ACCOUNT, name)))
                .isNotNull();
    }

    private static RoleAlias anAlias(AccountRegion scope, String name, int seconds) {
        return new RoleAlias(
                scope,
                new RoleAliasName(name),
                "arn:aws:iam::" + scope.account() + ":role/fleet",
                seconds,
                Instant.parse("2026-06-01T00:00:00Z"),
                Instant.parse("2026-06-02T00:00:00.123Z"));
    }

    private RoleAliases aliases() {
        return stores().roleAliases();
    }

    private @Nullable RoleAlias alias(String name) {
        return stores().read(tx -> aliases().find(tx, HERE, new RoleAliasName(name)));
    }
}
