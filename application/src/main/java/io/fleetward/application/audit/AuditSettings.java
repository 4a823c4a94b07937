// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.audit.configuration.ConfigurationMerge;
import io.fleetward.audit.configuration.ConfigurationOutcome;
import io.fleetward.audit.configuration.ConfigurationPatch;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Problem;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use cases on what an account has audited (audit, account configuration). Thread-safe. */
public final class AuditSettings {
    private final AuditStore store;
    private final AuditChecks checks;

    public AuditSettings(AuditStore store, AuditChecks checks) {
        this.store = store;
        this.checks = checks;
    }

    /** The checks there are to choose from. */
    public AuditChecks checks() {
        return checks;
    }

    /** The configuration, null while the account has none: then every check is disabled. */
    public @Nullable AuditConfiguration describe(AccountRegion scope) {
        return store.transactions().read(tx -> store.configurations().find(tx, scope));
    }

    /** Merges the change into the configuration, or refuses it as a whole. */
    public void update(AccountRegion scope, ConfigurationPatch patch) {
        store.transactions().change(tx -> update(tx, scope, patch));
    }

    /** Removes the configuration and so disables every check; findings and tasks stay. */
    public void delete(AccountRegion scope) {
        store.transactions().change(tx -> {
            if (!store.configurations().remove(tx, scope)) {
                throw new ApiException(
                        IotError.RESOURCE_NOT_FOUND, "The account has no audit configuration in this region");
            }
        });
    }

    private void update(Tx tx, AccountRegion scope, ConfigurationPatch patch) {
        AuditConfiguration current = store.configurations().find(tx, scope);
        switch (ConfigurationMerge.apply(scope, checks, current, patch)) {
            case ConfigurationOutcome.Changed changed -> store.configurations().put(tx, scope, changed.configuration());
            case ConfigurationOutcome.Refused refused ->
                throw new ApiException(
                        IotError.INVALID_REQUEST,
                        refused.problems().stream().map(Problem::toString).collect(Collectors.joining("; ")));
        }
    }
}
