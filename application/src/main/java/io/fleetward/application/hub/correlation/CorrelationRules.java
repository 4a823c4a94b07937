// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.CorrelationRule;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the correlation rules of each account and region; those that are working are also the queue. Thread-safe. */
public interface CorrelationRules {
    /** The rule with this id, or null. */
    @Nullable
    CorrelationRule find(Tx tx, AccountRegion scope, String id);

    /** All rules, the oldest first; at most {@value CorrelationRuleRegistry#LIMIT}. */
    List<CorrelationRule> all(Tx tx, AccountRegion scope);

    /** Inserts the rule, or replaces the one with its id. */
    void put(Tx tx, AccountRegion scope, CorrelationRule rule);

    void remove(Tx tx, AccountRegion scope, String id);

    /** Removes all rules, and forgets that there ever were any. */
    void removeAll(Tx tx, AccountRegion scope);

    /** The accounts and regions that have a rule with something to do. */
    List<AccountRegion> scopesWorking(Tx tx);

    /** A text that is another one after every change of what rules watch; empty when there never was a rule. */
    String version(Tx tx, AccountRegion scope);

    /** Notes such a change: from now on the version is this text, which was never used before. */
    void setVersion(Tx tx, AccountRegion scope, String version);
}
