// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.account;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.account.LoggingOptions;
import org.jspecify.annotations.Nullable;

/** The logging options of every account. Thread-safe. */
public interface LoggingSettings {
    /** The options, or null when the account never set any. */
    @Nullable
    LoggingOptions find(Tx tx, AccountRegion scope);

    void put(Tx tx, AccountRegion scope, LoggingOptions options);
}
