// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.kernel.AccountRegion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Reads which checks an audit or a schedule is to run: known ones that the account has enabled. Thread-safe. */
record CheckChoice(AuditStore store, AuditChecks catalogue) {
    /** The checks of these names without duplicates; refuses unknown and disabled ones, and none at all. */
    SequencedSet<CheckName> of(Tx tx, AccountRegion scope, List<String> names) {
        if (names.isEmpty()) {
            throw new ApiException(IotError.INVALID_REQUEST, "targetCheckNames must name at least one check");
        }
        var chosen = new LinkedHashSet<CheckName>();
        names.forEach(name -> chosen.add(AuditFindingQueries.requireKnown(catalogue, name)));
        AuditConfiguration configuration = store.configurations().find(tx, scope);
        for (CheckName check : chosen) {
            if (configuration == null || !configuration.enables(check)) {
                throw new ApiException(
                        IotError.INVALID_REQUEST,
                        "targetCheckNames: " + check + " is not enabled in the account's audit configuration");
            }
        }
        return chosen;
    }
}
