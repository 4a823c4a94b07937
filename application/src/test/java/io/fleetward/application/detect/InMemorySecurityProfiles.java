// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.registry.InMemoryPages;
import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Security profiles in memory. */
public final class InMemorySecurityProfiles implements SecurityProfiles {
    private final InMemoryTable<ScopedKey, SecurityProfile> rows = new InMemoryTable<>();

    @Override
    public @Nullable SecurityProfile find(Tx tx, AccountRegion scope, String name) {
        return rows.get(tx, ScopedKey.of(scope, name));
    }

    @Override
    public void put(Tx tx, SecurityProfile profile) {
        rows.put(tx, ScopedKey.of(profile.scope(), profile.name()), profile);
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String name) {
        return rows.remove(tx, ScopedKey.of(scope, name));
    }

    @Override
    public Page<SecurityProfile> list(Tx tx, AccountRegion scope, PageRequest page) {
        List<SecurityProfile> here = rows.all(tx).stream()
                .filter(profile -> profile.scope().equals(scope))
                .toList();
        return InMemoryPages.byKey(here, SecurityProfile::name, page);
    }

    @Override
    public List<AccountRegion> scopes(Tx tx) {
        return rows.all(tx).stream().map(SecurityProfile::scope).distinct().toList();
    }
}
