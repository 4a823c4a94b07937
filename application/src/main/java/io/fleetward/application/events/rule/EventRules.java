// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps rules and their targets. Thread-safe. */
public interface EventRules {
    @Nullable
    EventRule find(Tx tx, RuleKey key);

    /** Creates the rule or replaces it; its targets stay. */
    void put(Tx tx, EventRule rule);

    /** Forgets the rule, which has no targets; nothing happens when there is none. */
    void remove(Tx tx, RuleKey key);

    /** The rules of the bus, in the order of their names. */
    List<EventRule> of(Tx tx, AccountRegion scope, String bus);

    /** The targets of the rule, in the order of their ids. */
    List<RuleTarget> targets(Tx tx, RuleKey key);

    /** Creates the target or replaces the one of the same id. */
    void putTarget(Tx tx, RuleKey key, RuleTarget target);

    void removeTargets(Tx tx, RuleKey key, Collection<String> ids);

    /** The rules of the bus with their targets. */
    List<BoundRule> bound(Tx tx, AccountRegion scope, String bus);

    /** All rules of all accounts, with their targets. */
    List<BoundRule> all(Tx tx);
}
