// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.text;
import static io.fleetward.store.events.EventColumns.BUS;
import static io.fleetward.store.events.EventColumns.RULE;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.events.rule.BoundRule;
import io.fleetward.application.events.rule.EventRule;
import io.fleetward.application.events.rule.EventRules;
import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.application.events.rule.RuleTarget;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tables {@code event_rule} and {@code event_target}. Thread-safe. */
public final class JdbcEventRules implements EventRules {
    private static final Table<Record> EVENT_RULE = table(name("event_rule"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> PATTERN = text("pattern");
    private static final Field<String> SCHEDULE = text("schedule");
    private static final Field<Integer> IS_ENABLED = integer("is_enabled");
    private static final Field<String> DESCRIPTION = text("description");
    private static final Field<String> ROLE_ARN = text("role_arn");

    private static final Table<Record> EVENT_TARGET = table(name("event_target"));
    private static final Field<String> ID = text("id");
    private static final Field<String> ARN = text("arn");
    private static final Field<String> SETTINGS = text("settings");

    @Override
    public @Nullable EventRule find(Tx tx, RuleKey key) {
        return SqlTx.dsl(tx)
                .select(ACCOUNT, REGION, BUS, NAME, PATTERN, SCHEDULE, IS_ENABLED, DESCRIPTION, ROLE_ARN)
                .from(EVENT_RULE)
                .where(of(key.scope(), key.bus()).and(NAME.eq(key.name())))
                .fetchOne(JdbcEventRules::rule);
    }

    @Override
    public void put(Tx tx, EventRule rule) {
        var values = new HashMap<Field<?>, Object>();
        values.put(PATTERN, rule.pattern());
        values.put(SCHEDULE, rule.schedule());
        values.put(IS_ENABLED, rule.isEnabled() ? 1 : 0);
        values.put(DESCRIPTION, rule.description());
        values.put(ROLE_ARN, rule.roleArn());
        SqlTx.dsl(tx)
                .insertInto(EVENT_RULE)
                .set(Tenant.row(rule.scope()))
                .set(BUS, rule.bus())
                .set(NAME, rule.name())
                .set(values)
                .onConflict(ACCOUNT, REGION, BUS, NAME)
                .doUpdate()
                .set(values)
                .execute();
    }

    @Override
    public void remove(Tx tx, RuleKey key) {
        SqlTx.dsl(tx)
                .deleteFrom(EVENT_RULE)
                .where(of(key.scope(), key.bus()).and(NAME.eq(key.name())))
                .execute();
    }

    @Override
    public List<EventRule> of(Tx tx, AccountRegion scope, String bus) {
        return rules(tx, of(scope, bus));
    }

    @Override
    public List<RuleTarget> targets(Tx tx, RuleKey key) {
        return targets(tx, is(key)).getOrDefault(key, List.of());
    }

    @Override
    public void putTarget(Tx tx, RuleKey key, RuleTarget target) {
        var values = new HashMap<Field<?>, Object>();
        values.put(ARN, target.arn());
        values.put(ROLE_ARN, target.roleArn());
        values.put(SETTINGS, TargetText.write(target.input(), target.retry(), target.http()));
        SqlTx.dsl(tx)
                .insertInto(EVENT_TARGET)
                .set(Tenant.row(key.scope()))
                .set(BUS, key.bus())
                .set(RULE, key.name())
                .set(ID, target.id())
                .set(values)
                .onConflict(ACCOUNT, REGION, BUS, RULE, ID)
                .doUpdate()
                .set(values)
                .execute();
    }

    @Override
    public void removeTargets(Tx tx, RuleKey key, Collection<String> ids) {
        SqlTx.dsl(tx).deleteFrom(EVENT_TARGET).where(is(key).and(ID.in(ids))).execute();
    }

    @Override
    public List<BoundRule> bound(Tx tx, AccountRegion scope, String bus) {
        return bound(tx, of(scope, bus));
    }

    @Override
    public List<BoundRule> all(Tx tx) {
        return bound(tx, noCondition());
    }

    private static List<BoundRule> bound(Tx tx, Condition where) {
        Map<RuleKey, List<RuleTarget>> targets = targets(tx, where);
        return rules(tx, where).stream()
                .map(rule -> new BoundRule(rule, targets.getOrDefault(rule.key(), List.of())))
                .toList();
    }

    private static List<EventRule> rules(Tx tx, Condition where) {
        return SqlTx.dsl(tx)
                .select(ACCOUNT, REGION, BUS, NAME, PATTERN, SCHEDULE, IS_ENABLED, DESCRIPTION, ROLE_ARN)
                .from(EVENT_RULE)
                .where(where)
                .orderBy(ACCOUNT, REGION, BUS, NAME)
                .fetch(JdbcEventRules::rule);
    }

    private static Map<RuleKey, List<RuleTarget>> targets(Tx tx, Condition where) {
        return SqlTx.dsl(tx)
                .select(ACCOUNT, REGION, BUS, RULE, ID, ARN, ROLE_ARN, SETTINGS)
                .from(EVENT_TARGET)
                .where(where)
                .orderBy(ACCOUNT, REGION, BUS, RULE, ID)
                .fetchGroups(row -> new RuleKey(Tenant.of(row), row.get(BUS), row.get(RULE)), JdbcEventRules::target);
    }

    private static Condition of(AccountRegion scope, String bus) {
        return Tenant.is(scope).and(BUS.eq(bus));
    }

    private static Condition is(RuleKey key) {
        return of(key.scope(), key.bus()).and(RULE.eq(key.name()));
    }

    private static EventRule rule(Record row) {
        return new EventRule(
                new RuleKey(Tenant.of(row), row.get(BUS), row.get(NAME)),
                row.get(PATTERN),
                row.get(SCHEDULE),
                row.get(IS_ENABLED) == 1,
                row.get(DESCRIPTION),
                row.get(ROLE_ARN));
    }

    private static RuleTarget target(Record row) {
        String settings = row.get(SETTINGS);
        return new RuleTarget(
                row.get(ID),
                row.get(ARN),
                row.get(ROLE_ARN),
                TargetText.input(settings),
                TargetText.retry(settings),
                TargetText.http(settings));
    }
}
