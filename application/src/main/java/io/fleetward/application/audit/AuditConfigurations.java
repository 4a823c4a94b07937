// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Tx;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.kernel.AccountRegion;
import org.jspecify.annotations.Nullable;

/** The audit configuration of every account. Thread-safe. */
public interface AuditConfigurations {
    /** The configuration, null while the account has none. */
    @Nullable
    AuditConfiguration find(Tx tx, AccountRegion scope);

    void put(Tx tx, AccountRegion scope, AuditConfiguration configuration);

    /** Removes the configuration; answers whether there was one. */
    boolean remove(Tx tx, AccountRegion scope);
}
