// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static io.fleetward.store.events.EventColumns.BUS;
import static io.fleetward.store.events.EventColumns.RULE;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.events.delivery.RuleTimes;
import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.application.store.Tx;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The table {@code rule_time}. Thread-safe. */
public final class JdbcRuleTimes implements RuleTimes {
    private static final Table<Record> RULE_TIME = table(name("rule_time"));
    private static final Field<String> SCHEDULE = text("schedule");
    private static final Field<Long> DUE_AT = number("due_at");

    @Override
    public Map<RuleKey, Due> all(Tx tx) {
        var all = new LinkedHashMap<RuleKey, Due>();
        SqlTx.dsl(tx)
                .selectFrom(RULE_TIME)
                .forEach(row -> all.put(
                        new RuleKey(Tenant.of(row), row.get(BUS), row.get(RULE)),
                        new Due(row.get(SCHEDULE), Instant.ofEpochMilli(row.get(DUE_AT)))));
        return all;
    }

    @Override
    public void put(Tx tx, RuleKey rule, Due due) {
        SqlTx.dsl(tx)
                .insertInto(RULE_TIME)
                .set(Tenant.row(rule.scope()))
                .set(BUS, rule.bus())
                .set(RULE, rule.name())
                .set(SCHEDULE, due.schedule())
                .set(DUE_AT, due.at().toEpochMilli())
                .onConflict(ACCOUNT, REGION, BUS, RULE)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public void remove(Tx tx, RuleKey rule) {
        SqlTx.dsl(tx)
                .deleteFrom(RULE_TIME)
                .where(Tenant.is(rule.scope()))
                .and(BUS.eq(rule.bus()))
                .and(RULE.eq(rule.name()))
                .execute();
    }
}
