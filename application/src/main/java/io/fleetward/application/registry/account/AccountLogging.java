// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.account;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.account.LoggingOptions;
import java.util.Objects;

/**
 * Sets and shows what an account logs (iot-core, logging).
 *
 * <p>Thread-safe. Deviation: both versions of the API see the same options.
 */
public final class AccountLogging {
    private final RegistryRuntime runtime;
    private final LoggingSettings settings;

    public AccountLogging(RegistryRuntime runtime, LoggingSettings settings) {
        this.runtime = runtime;
        this.settings = settings;
    }

    /** Changes some of the options; logging needs a role before it can have a level. */
    public void update(AccountRegion scope, LoggingUpdate update) {
        runtime.transactions().change(tx -> update(tx, scope, update));
    }

    /** As the other, within a transaction. */
    public void update(Tx tx, AccountRegion scope, LoggingUpdate update) {
        LoggingOptions options = update.applyTo(current(tx, scope));
        if (options.roleArn() == null && !options.disableAllLogs()) {
            throw RegistryRefusals.invalid("roleArn is required when logging options are set for the first time");
        }
        put(tx, scope, options);
    }

    /** Brings back options that were in force before. */
    public void restore(Tx tx, AccountRegion scope, LoggingOptions options) {
        put(tx, scope, options);
    }

    /** The options; {@link LoggingOptions#UNSET} for an account that never set any. */
    public LoggingOptions current(AccountRegion scope) {
        return runtime.transactions().read(tx -> current(tx, scope));
    }

    /** As the other, within a transaction. */
    public LoggingOptions current(Tx tx, AccountRegion scope) {
        return Objects.requireNonNullElse(settings.find(tx, scope), LoggingOptions.UNSET);
    }

    /** The options, which must have been set. */
    public LoggingOptions describe(AccountRegion scope) {
        LoggingOptions options = current(scope);
        if (options.equals(LoggingOptions.UNSET)) {
            throw new ApiException(
                    IotError.NOT_CONFIGURED, "Logging options were never set in this account and region");
        }
        return options;
    }

    private void put(Tx tx, AccountRegion scope, LoggingOptions options) {
        settings.put(tx, scope, options);
        runtime.changes()
                .announce(
                        tx,
                        new RegistryChange(
                                scope,
                                RegistryChange.Kind.LOGGING,
                                scope.account().value()));
    }
}
