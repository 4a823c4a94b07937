// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.role;

import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.role.RoleAlias;
import io.fleetward.registry.role.RoleAliasName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Role aliases in memory. */
public final class InMemoryRoleAliases implements RoleAliases {
    private final InMemoryTable<ScopedKey, RoleAlias> rows = new InMemoryTable<>();

    @Override
    public @Nullable RoleAlias find(Tx tx, AccountRegion scope, RoleAliasName name) {
        return rows.get(tx, ScopedKey.of(scope, name));
    }

    @Override
    public void put(Tx tx, RoleAlias alias) {
        rows.put(tx, ScopedKey.of(alias.scope(), alias.name()), alias);
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, RoleAliasName name) {
        return rows.remove(tx, ScopedKey.of(scope, name));
    }

    @Override
    public List<RoleAlias> of(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream()
                .filter(alias -> alias.scope().equals(scope))
                .toList();
    }
}
