// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.correlation.CorrelationRules;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.CorrelationRule;
import io.fleetward.hub.correlation.RuleProgress;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tables {@code correlation_rule} and {@code correlation_version}. Thread-safe. */
public final class JdbcCorrelationRules implements CorrelationRules {
    private static final Table<Record> RULE = table(name("correlation_rule"));
    private static final Field<String> ID = text("rule_id");
    private static final Field<String> NAME = text("name");
    private static final Field<String> DESCRIPTION = text("description");
    private static final Field<String> STATUS = text("status");
    private static final Field<String> QUESTION = text("question");
    private static final Field<String> OUTCOME = text("outcome");
    private static final Field<String> PHASE = text("phase");
    private static final Field<Integer> PART = integer("part");
    private static final Field<String> POSITION = text("scan_position");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> UPDATED_AT = number("updated_at");
    private static final Field<String> CREATED_BY = text("created_by");

    private static final RuleSetVersions VERSIONS = RuleSetVersions.in("correlation_version");

    @Override
    public @Nullable CorrelationRule find(Tx tx, AccountRegion scope, String id) {
        return SqlTx.dsl(tx)
                .selectFrom(RULE)
                .where(Tenant.is(scope).and(ID.eq(id)))
                .fetchOne(JdbcCorrelationRules::rule);
    }

    @Override
    public List<CorrelationRule> all(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .selectFrom(RULE)
                .where(Tenant.is(scope))
                .orderBy(CREATED_AT, ID)
                .fetch(JdbcCorrelationRules::rule);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, CorrelationRule rule) {
        SqlTx.dsl(tx)
                .insertInto(RULE)
                .set(Tenant.row(scope))
                .set(ID, rule.id())
                .set(NAME, rule.name())
                .set(DESCRIPTION, rule.description())
                .set(STATUS, rule.status().name())
                .set(QUESTION, CorrelationTexts.text(rule.question()))
                .set(OUTCOME, CorrelationTexts.text(rule.outcome()))
                .set(PHASE, rule.progress().phase().name())
                .set(PART, rule.progress().part())
                .set(POSITION, rule.progress().position())
                .set(CREATED_AT, rule.createdAt().toEpochMilli())
                .set(UPDATED_AT, rule.updatedAt().toEpochMilli())
                .set(CREATED_BY, rule.createdBy())
                .onConflict(ACCOUNT, REGION, ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String id) {
        SqlTx.dsl(tx).deleteFrom(RULE).where(Tenant.is(scope).and(ID.eq(id))).execute();
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        SqlTx.dsl(tx).deleteFrom(RULE).where(Tenant.is(scope)).execute();
        VERSIONS.clear(tx, scope);
    }

    @Override
    public List<AccountRegion> scopesWorking(Tx tx) {
        return SqlTx.dsl(tx)
                .selectDistinct(ACCOUNT, REGION)
                .from(RULE)
                .where(PHASE.ne(RuleProgress.Phase.SETTLED.name()))
                .orderBy(ACCOUNT, REGION)
                .fetch(Tenant::of);
    }

    @Override
    public String version(Tx tx, AccountRegion scope) {
        return VERSIONS.get(tx, scope);
    }

    @Override
    public void setVersion(Tx tx, AccountRegion scope, String version) {
        VERSIONS.set(tx, scope, version);
    }

    private static CorrelationRule rule(Record row) {
        return new CorrelationRule(
                row.get(ID),
                row.get(NAME),
                row.get(DESCRIPTION),
                CorrelationRule.Status.valueOf(row.get(STATUS)),
                CorrelationTexts.question(row.get(QUESTION)),
                CorrelationTexts.outcome(row.get(OUTCOME)),
                new RuleProgress(RuleProgress.Phase.valueOf(row.get(PHASE)), row.get(PART), row.get(POSITION)),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(UPDATED_AT)),
                row.get(CREATED_BY));
    }
}
