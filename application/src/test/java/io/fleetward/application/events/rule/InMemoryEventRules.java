// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules in memory. Thread-safe. */
public final class InMemoryEventRules implements EventRules {
    private record Target(RuleKey rule, RuleTarget target) {}

    private final InMemoryTable<String, EventRule> rules = new InMemoryTable<>();
    private final InMemoryTable<String, Target> targets = new InMemoryTable<>();

    private static String text(RuleKey key) {
        return key.scope() + " " + key.bus() + " " + key.name();
    }

    @Override
    public @Nullable EventRule find(Tx tx, RuleKey key) {
        return rules.get(tx, text(key));
    }

    @Override
    public void put(Tx tx, EventRule rule) {
        rules.put(tx, text(rule.key()), rule);
    }

    @Override
    public void remove(Tx tx, RuleKey key) {
        rules.remove(tx, text(key));
    }

    @Override
    public List<EventRule> of(Tx tx, AccountRegion scope, String bus) {
        return rules.all(tx).stream()
                .filter(rule -> rule.scope().equals(scope) && rule.bus().equals(bus))
                .toList();
    }

    @Override
    public List<RuleTarget> targets(Tx tx, RuleKey key) {
        return targets.all(tx).stream()
                .filter(each -> each.rule().equals(key))
                .map(Target::target)
                .toList();
    }

    @Override
    public void putTarget(Tx tx, RuleKey key, RuleTarget target) {
        targets.put(tx, text(key) + " " + target.id(), new Target(key, target));
    }

    @Override
    public void removeTargets(Tx tx, RuleKey key, Collection<String> ids) {
        ids.forEach(id -> targets.remove(tx, text(key) + " " + id));
    }

    @Override
    public List<BoundRule> bound(Tx tx, AccountRegion scope, String bus) {
        return of(tx, scope, bus).stream()
                .map(rule -> new BoundRule(rule, targets(tx, rule.key())))
                .toList();
    }

    @Override
    public List<BoundRule> all(Tx tx) {
        return rules.all(tx).stream()
                .map(rule -> new BoundRule(rule, targets(tx, rule.key())))
                .toList();
    }
}
