// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.events.EventBus;
import io.fleetward.application.events.EventRefusals;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sets, removes and lists the tags of rules and buses (hub, event bus API). Thread-safe. */
public final class EventTags {
    private static final int MOST = 50;

    private final RuleStore store;

    public EventTags(RuleStore store) {
        this.store = store;
    }

    /** Sets tags; equal keys take the new value. */
    public void tag(AccountRegion scope, String arn, Map<String, String> added) {
        requireValid(added);
        store.transactions().change(tx -> add(tx, scope, require(tx, scope, arn), added));
    }

    /** Removes tags; keys that are not there have no effect. */
    public void untag(AccountRegion scope, String arn, List<String> keys) {
        store.transactions().change(tx -> {
            Arn resource = require(tx, scope, arn);
            keys.forEach(key -> store.tags().remove(tx, scope, resource, key));
        });
    }

    /** The tags of the resource, sorted by key. */
    public Map<String, String> list(AccountRegion scope, String arn) {
        return store.transactions().read(tx -> store.tags().of(tx, scope, require(tx, scope, arn)));
    }

    void requireValid(Map<String, String> added) {
        if (added.keySet().stream().anyMatch(key -> key.toLowerCase(Locale.ROOT).startsWith("aws:"))) {
            throw EventRefusals.invalid("Tag keys must not begin with the reserved prefix aws:.");
        }
    }

    void add(Tx tx, AccountRegion scope, Arn resource, Map<String, String> added) {
        var keys = new HashSet<>(store.tags().of(tx, scope, resource).keySet());
        keys.addAll(added.keySet());
        if (keys.size() > MOST) {
            throw EventRefusals.tooMany("a resource has at most " + MOST + " tags");
        }
        added.forEach((key, value) -> store.tags().put(tx, scope, resource, key, value));
    }

    private Arn require(Tx tx, AccountRegion scope, String text) {
        Arn arn = Arn.parse(text);
        if (arn == null || !arn.belongsTo(scope) || !arn.service().equals("events")) {
            throw missing(text);
        }
        String bus = arn.nameOf("event-bus");
        if (bus != null) {
            if (bus.equals(EventBus.DEFAULT) || store.buses().find(tx, scope, bus) != null) {
                return arn;
            }
            throw missing(text);
        }
        RuleKey key = RuleKey.parse(scope, arn);
        if (key == null || store.rules().find(tx, key) == null) {
            throw missing(text);
        }
        return arn;
    }

    private static ApiException missing(String arn) {
        return EventRefusals.missing("Resource " + arn + " does not exist.");
    }
}
