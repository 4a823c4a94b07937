// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.FindingRules;
import io.fleetward.hub.suppression.SuppressionSet;
import io.fleetward.kernel.AccountRegion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The compiled rules and suppressions of accounts and regions, kept for as long as they do not change.
 *
 * <p>A member's findings are subject to its administrator's rules; its own, from before it was one, rest meanwhile.
 *
 * <p>Thread-safe. Whether they changed is asked of the store in the transaction that needs them, so that a change counts
 * from the next transaction on, whoever made it, and one that is undone never does.
 */
final class CompiledRules {
    private static final Compiled NONE = new Compiled("", FindingRules.NONE, SuppressionSet.NONE);

    private final AutomationStores stores;
    private final FindingScopes scopes;
    private final Map<AccountRegion, Compiled> compiled = new ConcurrentHashMap<>();

    CompiledRules(HubStores stores) {
        this.stores = stores.automation();
        this.scopes = stores.scopes();
    }

    /** What an account keeps, good for one version. */
    private record Compiled(String version, FindingRules rules, SuppressionSet suppressions) {}

    /**
     * What happens to an account's findings by itself.
     *
     * @param version of rules and suppressions; a different text after every change of either
     * @param governor where the rules are kept; suppressions are the account's own
     */
    record Applicable(String version, AccountRegion governor, FindingRules rules, SuppressionSet suppressions) {}

    /** The rules and suppressions as the transaction sees them. */
    Applicable of(Tx tx, AccountRegion owner) {
        AccountRegion governor = scopes.governor(tx, owner);
        Compiled own = compiled(tx, owner);
        Compiled governing = governor.equals(owner) ? own : compiled(tx, governor);
        String version = governor + " " + governing.version() + " " + own.version();
        return new Applicable(version, governor, governing.rules(), own.suppressions());
    }

    private Compiled compiled(Tx tx, AccountRegion scope) {
        String version = stores.rules().version(tx, scope);
        if (version.isEmpty()) {
            return NONE;
        }
        Compiled known = compiled.get(scope);
        if (known == null || !known.version().equals(version)) {
            known = new Compiled(
                    version,
                    FindingRules.of(stores.rules().all(tx, scope)),
                    SuppressionSet.of(stores.suppressions().all(tx, scope)));
            compiled.put(scope, known);
        }
        return known;
    }
}
