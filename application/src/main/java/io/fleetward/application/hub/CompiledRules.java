// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.FindingRules;
import io.fleetward.kernel.AccountRegion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The compiled rules of accounts and regions, kept for as long as they do not change.
 *
 * <p>Thread-safe. Whether they changed is asked of the store in the transaction that needs them, so that a change counts
 * from the next transaction on, whoever made it, and one that is undone never does.
 */
final class CompiledRules {
    private final AutomationRules store;
    private final Map<AccountRegion, Versioned> compiled = new ConcurrentHashMap<>();

    CompiledRules(AutomationRules store) {
        this.store = store;
    }

    /** The rules as the transaction sees them. */
    FindingRules of(Tx tx, AccountRegion scope) {
        String version = store.version(tx, scope);
        if (version.isEmpty()) {
            return FindingRules.NONE;
        }
        Versioned known = compiled.get(scope);
        if (known == null || !known.version().equals(version)) {
            known = new Versioned(version, FindingRules.of(store.all(tx, scope)));
            compiled.put(scope, known);
        }
        return known.rules();
    }

    private record Versioned(String version, FindingRules rules) {}
}
