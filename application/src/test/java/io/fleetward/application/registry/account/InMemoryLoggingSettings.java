// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.account;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.account.LoggingOptions;
import org.jspecify.annotations.Nullable;

/** Logging options in memory. */
public final class InMemoryLoggingSettings implements LoggingSettings {
    private final InMemoryTable<AccountRegion, LoggingOptions> rows = new InMemoryTable<>();

    @Override
    public @Nullable LoggingOptions find(Tx tx, AccountRegion scope) {
        return rows.get(tx, scope);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, LoggingOptions options) {
        rows.put(tx, scope, options);
    }
}
