// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.role;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.role.RoleAlias;
import io.fleetward.registry.role.RoleAliasName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The role aliases of every account; a quota keeps those of one account few. Thread-safe. */
public interface RoleAliases {
    /** The alias, or null. */
    @Nullable
    RoleAlias find(Tx tx, AccountRegion scope, RoleAliasName name);

    /** Inserts the alias, or replaces the one with its name. */
    void put(Tx tx, RoleAlias alias);

    /** Removes the alias; answers whether it was there. */
    boolean remove(Tx tx, AccountRegion scope, RoleAliasName name);

    /** The aliases of the account by name. */
    List<RoleAlias> of(Tx tx, AccountRegion scope);
}
