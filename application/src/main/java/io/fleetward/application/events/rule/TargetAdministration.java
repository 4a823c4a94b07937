// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import io.fleetward.application.events.BusNames;
import io.fleetward.application.events.EventRefusals;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Gives rules their targets and takes them away (hub, targets, transform, reliability). Thread-safe. */
public final class TargetAdministration {
    /** Targets of one rule (hub, event bus API). */
    static final int MOST_TARGETS = 5;

    private final RuleStore store;
    private final Waiting waiting;

    /** What waits for a target. Thread-safe. */
    @FunctionalInterface
    public interface Waiting {
        /** Forgets whatever waits for the target. */
        void forget(Tx tx, RuleKey rule, String target);
    }

    public TargetAdministration(RuleStore store, Waiting waiting) {
        this.store = store;
        this.waiting = waiting;
    }

    /** Adds the targets to the rule; one whose id is taken replaces the present one. */
    public void put(AccountRegion scope, @Nullable String bus, String rule, List<RuleTarget> targets) {
        var key = new RuleKey(scope, BusNames.in(scope, bus), rule);
        targets.forEach(target -> requireValid(scope, target));
        store.transactions().change(tx -> {
            RuleAdministration.require(tx, store, key);
            var ids = new HashSet<String>();
            store.rules().targets(tx, key).forEach(target -> ids.add(target.id()));
            targets.forEach(target -> ids.add(target.id()));
            if (ids.size() > MOST_TARGETS) {
                throw EventRefusals.tooMany("a rule has at most " + MOST_TARGETS + " targets");
            }
            targets.forEach(target -> store.rules().putTarget(tx, key, target));
            store.book().renew(tx, scope, key.bus());
        });
    }

    /** Removes the targets and what waits for them; answers the ids of those that were not there. */
    public List<String> remove(AccountRegion scope, @Nullable String bus, String rule, List<String> ids) {
        var key = new RuleKey(scope, BusNames.in(scope, bus), rule);
        return store.transactions().write(tx -> {
            RuleAdministration.require(tx, store, key);
            List<String> present =
                    store.rules().targets(tx, key).stream().map(RuleTarget::id).toList();
            List<String> removed = ids.stream().filter(present::contains).toList();
            store.rules().removeTargets(tx, key, removed);
            removed.forEach(id -> waiting.forget(tx, key, id));
            store.book().renew(tx, scope, key.bus());
            return ids.stream().filter(id -> !present.contains(id)).toList();
        });
    }

    /** The targets of the rule; the sort key is the id. */
    public Page<RuleTarget> list(AccountRegion scope, @Nullable String bus, String rule, PageRequest page) {
        var key = new RuleKey(scope, BusNames.in(scope, bus), rule);
        List<RuleTarget> all = store.transactions().read(tx -> {
            RuleAdministration.require(tx, store, key);
            return store.rules().targets(tx, key);
        });
        String after = page.after();
        List<RuleTarget> rest = all.stream()
                .filter(target -> after == null || target.id().compareTo(after) > 0)
                .toList();
        return Page.cut(rest, page.limit(), RuleTarget::id);
    }

    /** The rule with its target of this id, or a refusal. */
    public BoundRule require(AccountRegion scope, @Nullable String bus, String rule, String target) {
        var key = new RuleKey(scope, BusNames.in(scope, bus), rule);
        BoundRule bound = store.book().find(key);
        if (bound == null) {
            throw RuleAdministration.missing(key);
        }
        if (bound.target(target) == null) {
            throw EventRefusals.missing("Target " + target + " of rule " + rule + " does not exist.");
        }
        return bound;
    }

    private static void requireValid(AccountRegion scope, RuleTarget target) {
        Arn arn = Arn.parse(target.arn());
        if (arn == null) {
            throw EventRefusals.invalidParameter(target.arn(), "Provided Arn is not in correct format.");
        }
        if (TargetAddress.parse(scope, arn) == null) {
            throw EventRefusals.invalidParameter(
                    target.arn(),
                    "a target is one of these in the account and region of its rule: an SNS topic, an event bus, an API"
                            + " destination, a notification channel, an MQTT topic (iot topic/NAME), a mitigation"
                            + " action, a log group.");
        }
        if (target.input() instanceof TargetInput.Constant(String json)) {
            try {
                JsonMapper.shared().readTree(json);
            } catch (JacksonException notJson) {
                throw EventRefusals.invalid("JSON syntax error in input for target " + target.id());
            }
        }
        if (target.input() instanceof TargetInput.Transformed(InputTemplate template)) {
            requireValid(template);
        }
    }

    private static void requireValid(InputTemplate template) {
        if (template.paths().size() > InputTemplate.MOST_PATHS) {
            throw EventRefusals.invalid("InputPathsMap must have at most " + InputTemplate.MOST_PATHS + " entries.");
        }
        for (String name : template.paths().keySet()) {
            if (name.startsWith("AWS")) {
                throw EventRefusals.invalid("Invalid InputPathsMap key " + name + ": names must not start with AWS.");
            }
        }
    }
}
