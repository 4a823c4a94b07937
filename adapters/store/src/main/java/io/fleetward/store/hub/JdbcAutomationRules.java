// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.AutomationRules;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.AutomationRule;
import io.fleetward.hub.automation.RuleCriteria;
import io.fleetward.hub.ingest.FindingEdit;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tables {@code automation_rule} and {@code automation_version}. Thread-safe. */
public final class JdbcAutomationRules implements AutomationRules {
    private static final Table<Record> RULE = table(name("automation_rule"));
    private static final Field<String> ID = text("rule_id");
    private static final Field<String> NAME = text("name");
    private static final Field<String> DESCRIPTION = text("description");
    private static final Field<Integer> ORDER = integer("rule_order");
    private static final Field<Integer> IS_ENABLED = integer("is_enabled");
    private static final Field<Integer> IS_TERMINAL = integer("is_terminal");
    private static final Field<String> CRITERIA = text("criteria");
    private static final Field<String> ACTION = text("action");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> UPDATED_AT = number("updated_at");
    private static final Field<String> CREATED_BY = text("created_by");
    private static final Field<String> TAGS = text("tags");

    private static final RuleSetVersions VERSIONS = RuleSetVersions.in("automation_version");

    @Override
    public @Nullable AutomationRule find(Tx tx, AccountRegion scope, String id) {
        return SqlTx.dsl(tx)
                .selectFrom(RULE)
                .where(Tenant.is(scope).and(ID.eq(id)))
                .fetchOne(JdbcAutomationRules::rule);
    }

    @Override
    public List<AutomationRule> all(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx).selectFrom(RULE).where(Tenant.is(scope)).fetch(JdbcAutomationRules::rule);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, AutomationRule rule) {
        SqlTx.dsl(tx)
                .insertInto(RULE)
                .set(Tenant.row(scope))
                .set(ID, rule.id())
                .set(NAME, rule.name())
                .set(DESCRIPTION, rule.description())
                .set(ORDER, rule.order())
                .set(IS_ENABLED, rule.isEnabled() ? 1 : 0)
                .set(IS_TERMINAL, rule.isTerminal() ? 1 : 0)
                .set(CRITERIA, rule.criteria().document().toString())
                .set(ACTION, rule.action().values().toString())
                .set(CREATED_AT, rule.createdAt().toEpochMilli())
                .set(UPDATED_AT, rule.updatedAt().toEpochMilli())
                .set(CREATED_BY, rule.createdBy())
                .set(TAGS, StoredJson.text(rule.tags()))
                .onConflict(ACCOUNT, REGION, ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String id) {
        return SqlTx.dsl(tx)
                        .deleteFrom(RULE)
                        .where(Tenant.is(scope).and(ID.eq(id)))
                        .execute()
                > 0;
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        SqlTx.dsl(tx).deleteFrom(RULE).where(Tenant.is(scope)).execute();
        VERSIONS.clear(tx, scope);
    }

    @Override
    public String version(Tx tx, AccountRegion scope) {
        return VERSIONS.get(tx, scope);
    }

    @Override
    public void setVersion(Tx tx, AccountRegion scope, String version) {
        VERSIONS.set(tx, scope, version);
    }

    private static AutomationRule rule(Record row) {
        return new AutomationRule(
                row.get(ID),
                row.get(NAME),
                row.get(DESCRIPTION),
                row.get(ORDER),
                row.get(IS_ENABLED) == 1,
                row.get(IS_TERMINAL) == 1,
                new RuleCriteria(StoredJson.object(row.get(CRITERIA))),
                new FindingEdit(StoredJson.object(row.get(ACTION))),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(UPDATED_AT)),
                row.get(CREATED_BY),
                StoredJson.texts(row.get(TAGS)));
    }
}
