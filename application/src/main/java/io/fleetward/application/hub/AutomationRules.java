// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.AutomationRule;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the automation rules of each account and region. Thread-safe. */
public interface AutomationRules {
    /** The rule with this id, or null. */
    @Nullable
    AutomationRule find(Tx tx, AccountRegion scope, String id);

    /** All rules in no particular order; an account has at most {@value AutomationRuleRegistry#LIMIT}. */
    List<AutomationRule> all(Tx tx, AccountRegion scope);

    /** Inserts the rule, or replaces the one with its id. */
    void put(Tx tx, AccountRegion scope, AutomationRule rule);

    /** Removes the rule; answers whether there was one. */
    boolean remove(Tx tx, AccountRegion scope, String id);

    /** Removes all rules, and forgets that there ever were any. */
    void removeAll(Tx tx, AccountRegion scope);

    /** A text that is another one after every change of what happens to findings; empty when there never was one. */
    String version(Tx tx, AccountRegion scope);

    /** Notes such a change: from now on the version is this text, which was never used before. */
    void setVersion(Tx tx, AccountRegion scope, String version);
}
