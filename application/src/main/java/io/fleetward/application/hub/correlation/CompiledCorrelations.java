// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.CorrelationSet;
import io.fleetward.kernel.AccountRegion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The compiled rules of accounts and regions, kept for as long as they do not change.
 *
 * <p>Thread-safe. Whether they changed is asked of the store in the transaction that needs them.
 */
final class CompiledCorrelations {
    private final CorrelationRules rules;
    private final Map<AccountRegion, Compiled> compiled = new ConcurrentHashMap<>();

    CompiledCorrelations(CorrelationRules rules) {
        this.rules = rules;
    }

    private record Compiled(String version, CorrelationSet rules) {}

    /** The rules that watch, as the transaction sees them. */
    CorrelationSet of(Tx tx, AccountRegion scope) {
        String version = rules.version(tx, scope);
        if (version.isEmpty()) {
            return CorrelationSet.NONE;
        }
        Compiled known = compiled.get(scope);
        if (known == null || !known.version().equals(version)) {
            known = new Compiled(version, CorrelationSet.of(rules.all(tx, scope)));
            compiled.put(scope, known);
        }
        return known.rules();
    }
}
