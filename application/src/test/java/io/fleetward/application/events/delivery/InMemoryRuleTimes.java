// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import java.util.LinkedHashMap;
import java.util.Map;

/** Times in a sorted table. */
public final class InMemoryRuleTimes implements RuleTimes {
    private record Row(RuleKey rule, Due due) {}

    private final InMemoryTable<String, Row> rows = new InMemoryTable<>();

    @Override
    public Map<RuleKey, Due> all(Tx tx) {
        var all = new LinkedHashMap<RuleKey, Due>();
        rows.all(tx).forEach(row -> all.put(row.rule(), row.due()));
        return all;
    }

    @Override
    public void put(Tx tx, RuleKey rule, Due due) {
        rows.put(tx, rule.toString(), new Row(rule, due));
    }

    @Override
    public void remove(Tx tx, RuleKey rule) {
        rows.remove(tx, rule.toString());
    }
}
