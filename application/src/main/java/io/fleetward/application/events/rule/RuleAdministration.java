// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.events.BusNames;
import io.fleetward.application.events.EventBus;
import io.fleetward.application.events.EventRefusals;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Creates, changes, shows and deletes rules (hub, event bus API). Thread-safe. */
public final class RuleAdministration {
    /** Rules of one bus (hub, event bus API). */
    static final int MOST_RULES = 300;

    private static final int LONGEST_PATTERN = 4096;
    private static final List<String> MEMBERS_OF_EVENTS =
            List.of("id", "account", "source", "time", "region", "resources", "detail-type");

    private final RuleStore store;
    private final PatternLanguage patterns;
    private final EventTags tags;

    public RuleAdministration(RuleStore store, PatternLanguage patterns) {
        this.store = store;
        this.patterns = patterns;
        this.tags = new EventTags(store);
    }

    /** Creates the rule, or gives an existing one everything of the draft but its tags. */
    public EventRule put(AccountRegion scope, RuleDraft draft) {
        var key = new RuleKey(scope, BusNames.in(scope, draft.bus()), draft.name());
        requireSomething(draft);
        if (draft.pattern() != null) {
            requireValid(draft.pattern());
        }
        if (draft.schedule() != null) {
            requireValidSchedule(key.bus(), draft.schedule());
        }
        tags.requireValid(draft.tags());
        var rule = new EventRule(
                key, draft.pattern(), draft.schedule(), draft.isEnabled(), draft.description(), draft.roleArn());
        store.transactions().change(tx -> {
            BusNames.require(tx, store.buses(), scope, key.bus());
            if (store.rules().find(tx, key) == null) {
                requireRoom(tx, key);
                tags.add(tx, scope, rule.arn(), draft.tags());
            }
            save(tx, rule);
        });
        return rule;
    }

    /** The rule, or a refusal when there is none. */
    public EventRule describe(AccountRegion scope, @Nullable String bus, String name) {
        var key = new RuleKey(scope, BusNames.in(scope, bus), name);
        return store.transactions().read(tx -> require(tx, key));
    }

    /** Enables or disables the rule; what waits for its targets is still delivered. */
    public void enable(AccountRegion scope, @Nullable String bus, String name, boolean enabled) {
        var key = new RuleKey(scope, BusNames.in(scope, bus), name);
        store.transactions().change(tx -> save(tx, require(tx, key).enabled(enabled)));
    }

    /** Deletes the rule, which must have no targets; one that is not there is as good as deleted. */
    public void delete(AccountRegion scope, @Nullable String bus, String name) {
        var key = new RuleKey(scope, BusNames.in(scope, bus), name);
        store.transactions().change(tx -> {
            BusNames.require(tx, store.buses(), scope, key.bus());
            EventRule rule = store.rules().find(tx, key);
            if (rule == null) {
                return;
            }
            if (!store.rules().targets(tx, key).isEmpty()) {
                throw EventRefusals.invalid("Rule can't be deleted since it has targets.");
            }
            store.rules().remove(tx, key);
            store.tags().removeAll(tx, scope, rule.arn());
            store.book().renew(tx, scope, key.bus());
        });
    }

    /** The rules of the bus whose names begin with the prefix; the sort key is the name. */
    public Page<EventRule> list(AccountRegion scope, @Nullable String bus, @Nullable String prefix, PageRequest page) {
        return page(
                scope, bus, page, rule -> prefix == null || rule.rule().name().startsWith(prefix));
    }

    /** The rules of the bus that have a target of this ARN; the sort key is the name. */
    public Page<EventRule> listByTarget(AccountRegion scope, @Nullable String bus, String target, PageRequest page) {
        return page(
                scope,
                bus,
                page,
                rule -> rule.targets().stream().anyMatch(each -> each.arn().equals(target)));
    }

    /** Whether the event, the JSON text of one as targets get it, matches the pattern. */
    public boolean test(String pattern, String event) {
        requireValid(pattern);
        JsonNode document = json(event);
        for (String member : MEMBERS_OF_EVENTS) {
            if (!document.has(member)) {
                throw EventRefusals.invalidParameter("Event", "the event must be a JSON object with " + member);
            }
        }
        return !patterns.compile(Map.of("rule", pattern))
                .matches((ObjectNode) document)
                .isEmpty();
    }

    private Page<EventRule> page(
            AccountRegion scope, @Nullable String bus, PageRequest page, Predicate<BoundRule> wanted) {
        String name = BusNames.in(scope, bus);
        List<BoundRule> all = store.transactions().read(tx -> {
            BusNames.require(tx, store.buses(), scope, name);
            return store.rules().bound(tx, scope, name);
        });
        String after = page.after();
        List<EventRule> rest = all.stream()
                .filter(wanted)
                .map(BoundRule::rule)
                .filter(rule -> after == null || rule.name().compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(rest, page.limit(), EventRule::name);
    }

    private void save(Tx tx, EventRule rule) {
        store.rules().put(tx, rule);
        store.book().renew(tx, rule.scope(), rule.bus());
    }

    private EventRule require(Tx tx, RuleKey key) {
        return require(tx, store, key);
    }

    static EventRule require(Tx tx, RuleStore store, RuleKey key) {
        BusNames.require(tx, store.buses(), key.scope(), key.bus());
        EventRule rule = store.rules().find(tx, key);
        if (rule == null) {
            throw missing(key);
        }
        return rule;
    }

    static ApiException missing(RuleKey key) {
        boolean isDefault = key.bus().equals(EventBus.DEFAULT);
        return EventRefusals.missing(
                "Rule " + key.name() + " does not exist" + (isDefault ? "." : " on EventBus " + key.bus() + "."));
    }

    private void requireRoom(Tx tx, RuleKey key) {
        if (store.rules().of(tx, key.scope(), key.bus()).size() >= MOST_RULES) {
            throw EventRefusals.tooMany("a bus has at most " + MOST_RULES + " rules");
        }
    }

    private static void requireSomething(RuleDraft draft) {
        if (draft.pattern() == null && draft.schedule() == null) {
            throw EventRefusals.invalid("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }
    }

    private void requireValid(String pattern) {
        if (pattern.length() > LONGEST_PATTERN) {
            throw EventRefusals.invalidPattern("it has more than " + LONGEST_PATTERN + " characters");
        }
        String problem = patterns.problem(pattern);
        if (problem != null) {
            throw EventRefusals.invalidPattern(problem);
        }
    }

    private static void requireValidSchedule(String bus, String schedule) {
        if (!bus.equals(EventBus.DEFAULT)) {
            throw EventRefusals.invalid("ScheduleExpression is supported only on the default event bus.");
        }
        if (ScheduleExpression.parse(schedule) == null) {
            throw EventRefusals.invalid("Parameter ScheduleExpression is not valid.");
        }
    }

    private static JsonNode json(String event) {
        try {
            return JsonMapper.shared().readTree(event);
        } catch (JacksonException notJson) {
            throw EventRefusals.invalidParameter("Event", "the event is not valid JSON");
        }
    }
}
