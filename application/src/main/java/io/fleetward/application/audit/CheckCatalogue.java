// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.audit.custom.CustomCheck;
import io.fleetward.audit.custom.PredicateLanguage;
import io.fleetward.kernel.AccountRegion;
import org.jspecify.annotations.Nullable;

/** Which checks an account has: those of the product and those that it wrote itself. Thread-safe. */
public final class CheckCatalogue {
    private final AuditStore store;
    private final AuditChecks built;
    private final PredicateLanguage language;

    public CheckCatalogue(AuditStore store, AuditChecks built, PredicateLanguage language) {
        this.store = store;
        this.built = built;
        this.language = language;
    }

    /** All of the account's checks. */
    public AuditChecks of(AccountRegion scope) {
        return store.transactions().read(tx -> of(tx, scope));
    }

    /** As the other, within a transaction. */
    public AuditChecks of(Tx tx, AccountRegion scope) {
        return built.with(
                store.customChecks().of(tx, scope).stream()
                        .map(CustomChecks.Kept::check)
                        .toList(),
                language);
    }

    /** The account's check of this name, null when there is none. */
    @Nullable
    AuditCheck find(AccountRegion scope, CheckName name) {
        return (CustomCheck.isNamedLikeOne(name) ? of(scope) : built).find(name);
    }

    /** As the other, within a transaction. */
    @Nullable
    AuditCheck find(Tx tx, AccountRegion scope, CheckName name) {
        return (CustomCheck.isNamedLikeOne(name) ? of(tx, scope) : built).find(name);
    }

    /** Every check that can be among the enabled ones; quick for an account that enables none of its own. */
    AuditChecks enableable(Tx tx, AccountRegion scope, AuditConfiguration configuration) {
        boolean isCustom = configuration.checks().entrySet().stream()
                .anyMatch(check -> check.getValue().isEnabled() && CustomCheck.isNamedLikeOne(check.getKey()));
        return isCustom ? of(tx, scope) : built;
    }
}
