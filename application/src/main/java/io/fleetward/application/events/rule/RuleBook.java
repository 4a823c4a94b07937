// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import io.fleetward.application.events.rule.PatternLanguage.EventMatcher;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules of all buses, as last committed, so that an event costs no query: whether anybody would hear it is one
 * look-up.
 *
 * <p>Thread-safe. Whoever changes rules renews the book in the same transaction; it shows the change before the caller
 * is told of it. Patterns are compiled when the first event comes.
 */
public final class RuleBook {
    private final EventRules rules;
    private final PatternLanguage patterns;
    private final ConcurrentMap<BusKey, BusRules> buses = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Is told which rules a bus has now; called one change at a time, must be quick and must not open a transaction. */
    @FunctionalInterface
    public interface Listener {
        void onRules(AccountRegion scope, String bus, List<BoundRule> rules);
    }

    private record BusKey(AccountRegion scope, String bus) {}

    public RuleBook(EventRules rules, PatternLanguage patterns) {
        this.rules = rules;
        this.patterns = patterns;
    }

    /** Reads all rules; called before the first event. */
    public void load(Transactions transactions) {
        Map<BusKey, List<BoundRule>> all = transactions.read(tx -> rules.all(tx)).stream()
                .collect(Collectors.groupingBy(
                        rule -> new BusKey(rule.rule().scope(), rule.rule().bus())));
        all.forEach((bus, ofBus) -> buses.put(bus, new BusRules(ofBus)));
    }

    /** Shows what this transaction leaves of the bus's rules, once that is durable. */
    public void renew(Tx tx, AccountRegion scope, String bus) {
        List<BoundRule> now = rules.bound(tx, scope, bus);
        tx.afterCommit(() -> {
            var key = new BusKey(scope, bus);
            if (now.isEmpty()) {
                buses.remove(key);
            } else {
                buses.put(key, new BusRules(now));
            }
            listeners.forEach(listener -> listener.onRules(scope, bus, now));
        });
    }

    /** Tells the listener of the rules there are and, for the life of the process, of every change. */
    public void listen(Listener listener) {
        listeners.add(listener);
        buses.forEach((key, rules) -> listener.onRules(key.scope(), key.bus(), List.copyOf(rules.byName.values())));
    }

    /** Whether an enabled rule of the bus has a pattern and a target. */
    public boolean isHeard(AccountRegion scope, String bus) {
        BusRules ofBus = buses.get(new BusKey(scope, bus));
        return ofBus != null && ofBus.isListening;
    }

    /** The rules that pick the event. */
    public List<BoundRule> matching(AccountRegion scope, String bus, ObjectNode event) {
        BusRules ofBus = buses.get(new BusKey(scope, bus));
        return ofBus == null || !ofBus.isListening ? List.of() : ofBus.matching(event);
    }

    /** The rule, enabled or not; null when there is none. */
    public @Nullable BoundRule find(RuleKey key) {
        BusRules ofBus = buses.get(new BusKey(key.scope(), key.bus()));
        return ofBus == null ? null : ofBus.byName.get(key.name());
    }

    /** The rules of one bus; the matcher is made once. Thread-safe. */
    private final class BusRules {
        private final Map<String, BoundRule> byName = new LinkedHashMap<>();
        private final boolean isListening;
        private @Nullable EventMatcher matcher;

        BusRules(List<BoundRule> rules) {
            rules.forEach(rule -> byName.put(rule.rule().name(), rule));
            isListening = rules.stream().anyMatch(BoundRule::isListening);
        }

        List<BoundRule> matching(ObjectNode event) {
            Set<String> names = matcher().matches(event);
            return byName.values().stream()
                    .filter(rule -> names.contains(rule.rule().name()))
                    .toList();
        }

        private synchronized EventMatcher matcher() {
            if (matcher == null) {
                var texts = new LinkedHashMap<String, String>();
                byName.forEach((name, rule) -> {
                    String pattern = rule.rule().pattern();
                    if (pattern != null && rule.isListening()) {
                        texts.put(name, pattern);
                    }
                });
                matcher = patterns.compile(texts);
            }
            return matcher;
        }
    }
}
