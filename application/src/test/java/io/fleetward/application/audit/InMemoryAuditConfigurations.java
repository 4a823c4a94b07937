// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.kernel.AccountRegion;
import org.jspecify.annotations.Nullable;

/** Audit configurations in memory. Thread-safe. */
public final class InMemoryAuditConfigurations implements AuditConfigurations {
    private final InMemoryTable<AccountRegion, AuditConfiguration> table = new InMemoryTable<>();

    @Override
    public @Nullable AuditConfiguration find(Tx tx, AccountRegion scope) {
        return table.get(tx, scope);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, AuditConfiguration configuration) {
        table.put(tx, scope, configuration);
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope) {
        return table.remove(tx, scope);
    }
}
