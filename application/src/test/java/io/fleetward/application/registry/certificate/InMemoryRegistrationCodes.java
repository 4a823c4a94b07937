// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import org.jspecify.annotations.Nullable;

/** Registration codes in memory. */
public final class InMemoryRegistrationCodes implements RegistrationCodes {
    private final InMemoryTable<AccountRegion, String> rows = new InMemoryTable<>();

    @Override
    public @Nullable String find(Tx tx, AccountRegion scope) {
        return rows.get(tx, scope);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, String code) {
        rows.put(tx, scope, code);
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope) {
        return rows.remove(tx, scope);
    }
}
