// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.audit.NewestFirst;
import io.fleetward.application.hub.RuleApplications;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.RuleApplication;
import io.fleetward.hub.automation.RuleApplication.Status;
import io.fleetward.hub.automation.RuleCriteria;
import io.fleetward.hub.ingest.FindingEdit;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code rule_application}. Thread-safe. */
public final class JdbcRuleApplications implements RuleApplications {
    private static final Table<Record> APPLICATION = table(name("rule_application"));
    private static final Field<String> ID = text("application_id");
    private static final Field<String> RULE_ID = text("rule_id");
    private static final Field<String> CRITERIA = text("criteria");
    private static final Field<String> ACTION = text("action");
    private static final Field<Long> STARTED_AT = number("started_at");
    private static final Field<String> STARTED_BY = text("started_by");
    private static final Field<String> STATUS = text("status");
    private static final Field<String> POSITION = text("scan_position");
    private static final Field<Long> MATCHED = number("matched");
    private static final Field<Long> CHANGED = number("changed");
    private static final Field<Long> ENDED_AT = number("ended_at");
    private static final Condition IN_PROGRESS = STATUS.eq(Status.IN_PROGRESS.name());

    @Override
    public @Nullable RuleApplication find(Tx tx, AccountRegion scope, String id) {
        return SqlTx.dsl(tx)
                .selectFrom(APPLICATION)
                .where(Tenant.is(scope).and(ID.eq(id)))
                .fetchOne(JdbcRuleApplications::application);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, RuleApplication application) {
        Instant endedAt = application.endedAt();
        SqlTx.dsl(tx)
                .insertInto(APPLICATION)
                .set(Tenant.row(scope))
                .set(ID, application.id())
                .set(RULE_ID, application.ruleId())
                .set(CRITERIA, application.criteria().document().toString())
                .set(ACTION, application.action().values().toString())
                .set(STARTED_AT, application.startedAt().toEpochMilli())
                .set(STARTED_BY, application.startedBy())
                .set(STATUS, application.status().name())
                .set(POSITION, application.position())
                .set(MATCHED, application.matched())
                .set(CHANGED, application.changed())
                .set(ENDED_AT, endedAt == null ? null : endedAt.toEpochMilli())
                .onConflict(ACCOUNT, REGION, ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public List<RuleApplication> inProgress(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .selectFrom(APPLICATION)
                .where(Tenant.is(scope).and(IN_PROGRESS))
                .orderBy(STARTED_AT, ID)
                .fetch(JdbcRuleApplications::application);
    }

    @Override
    public List<AccountRegion> scopesInProgress(Tx tx) {
        return SqlTx.dsl(tx)
                .selectDistinct(ACCOUNT, REGION)
                .from(APPLICATION)
                .where(IN_PROGRESS)
                .fetch(Tenant::of);
    }

    @Override
    public Page<RuleApplication> list(Tx tx, AccountRegion scope, PageRequest page) {
        List<RuleApplication> read = SqlTx.dsl(tx)
                .selectFrom(APPLICATION)
                .where(Tenant.is(scope).and(after(page.after())))
                .orderBy(STARTED_AT.desc(), ID.asc())
                .limit(page.limit() + 1)
                .fetch(JdbcRuleApplications::application);
        return Page.cut(
                read, page.limit(), application -> new NewestFirst(application.startedAt(), application.id()).key());
    }

    @Override
    public void removeEndedBefore(Tx tx, AccountRegion scope, Instant moment) {
        SqlTx.dsl(tx)
                .deleteFrom(APPLICATION)
                .where(Tenant.is(scope).and(ENDED_AT.lt(moment.toEpochMilli())))
                .execute();
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        SqlTx.dsl(tx).deleteFrom(APPLICATION).where(Tenant.is(scope)).execute();
    }

    private static Condition after(@Nullable String key) {
        if (key == null) {
            return noCondition();
        }
        NewestFirst last = NewestFirst.parse(key);
        long at = last.at().toEpochMilli();
        return STARTED_AT.lt(at).or(STARTED_AT.eq(at).and(ID.gt(last.id())));
    }

    private static RuleApplication application(Record row) {
        Long endedAt = row.get(ENDED_AT);
        return new RuleApplication(
                row.get(ID),
                row.get(RULE_ID),
                new RuleCriteria(StoredJson.object(row.get(CRITERIA))),
                new FindingEdit(StoredJson.object(row.get(ACTION))),
                Instant.ofEpochMilli(row.get(STARTED_AT)),
                row.get(STARTED_BY),
                Status.valueOf(row.get(STATUS)),
                row.get(POSITION),
                row.get(MATCHED),
                row.get(CHANGED),
                endedAt == null ? null : Instant.ofEpochMilli(endedAt));
    }
}
