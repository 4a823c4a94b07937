// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.audit.HubReports;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.finding.HubReport;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The table {@code audit_reported}. Thread-safe. */
public final class JdbcHubReports implements HubReports {
    private static final Table<Record> REPORTED = table(name("audit_reported"));
    private static final Field<String> CHECK_NAME = text("check_name");
    private static final Field<String> HUB_ID = text("hub_id");
    private static final Field<String> KIND = text("kind");
    private static final Field<String> TASK_ID = text("task_id");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> UPDATED_AT = number("updated_at");
    private static final Field<Integer> IS_ACTIVE = integer("is_active");
    private static final Field<String> DOCUMENT = text("document");
    private static final List<Field<?>> COLUMNS =
            List.of(CHECK_NAME, HUB_ID, KIND, TASK_ID, CREATED_AT, UPDATED_AT, IS_ACTIVE, DOCUMENT);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Override
    public List<HubReport> find(Tx tx, AccountRegion scope, CheckName check, Collection<String> ids) {
        return reports(tx, scope, check, HUB_ID.in(ids), ids.size());
    }

    @Override
    public void put(Tx tx, AccountRegion scope, List<HubReport> reports) {
        DSLContext dsl = SqlTx.dsl(tx);
        dsl.batch(reports.stream().map(report -> upsert(dsl, scope, report)).toList())
                .execute();
    }

    @Override
    public List<HubReport> activeFromOtherTasks(Tx tx, AccountRegion scope, Origin notFrom, int limit) {
        Condition others =
                KIND.eq(HubReport.Kind.FINDING.name()).and(IS_ACTIVE.eq(1)).and(TASK_ID.ne(notFrom.taskId()));
        return reports(tx, scope, notFrom.check(), others, limit);
    }

    @Override
    public List<HubReport> active(Tx tx, AccountRegion scope, CheckName check, String idPrefix) {
        int last = idPrefix.length() - 1;
        String end = idPrefix.substring(0, last) + (char) (idPrefix.charAt(last) + 1);
        Condition these = HUB_ID.ge(idPrefix)
                .and(HUB_ID.lt(end))
                .and(KIND.eq(HubReport.Kind.FINDING.name()))
                .and(IS_ACTIVE.eq(1));
        return reports(tx, scope, check, these, Integer.MAX_VALUE);
    }

    @Override
    public int removeUpdatedBefore(Tx tx, Instant cutoff, int limit) {
        DSLContext dsl = SqlTx.dsl(tx);
        List<Query> deletes = dsl.select(ACCOUNT, REGION, CHECK_NAME, HUB_ID)
                .from(REPORTED)
                .where(UPDATED_AT.lt(cutoff.toEpochMilli()))
                .limit(limit)
                .fetch()
                .map(old -> dsl.deleteFrom(REPORTED)
                        .where(Tenant.is(Tenant.of(old)))
                        .and(CHECK_NAME.eq(old.get(CHECK_NAME)))
                        .and(HUB_ID.eq(old.get(HUB_ID))));
        dsl.batch(deletes).execute();
        return deletes.size();
    }

    private static List<HubReport> reports(Tx tx, AccountRegion scope, CheckName check, Condition which, int limit) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(REPORTED)
                .where(Tenant.is(scope).and(CHECK_NAME.eq(check.value())).and(which))
                .orderBy(HUB_ID)
                .limit(limit)
                .fetch(JdbcHubReports::report);
    }

    private static Query upsert(DSLContext dsl, AccountRegion scope, HubReport report) {
        return dsl.insertInto(REPORTED)
                .set(Tenant.row(scope))
                .set(CHECK_NAME, report.check().value())
                .set(HUB_ID, report.id())
                .set(KIND, report.kind().name())
                .set(TASK_ID, report.taskId())
                .set(CREATED_AT, report.createdAt().toEpochMilli())
                .set(UPDATED_AT, report.updatedAt().toEpochMilli())
                .set(IS_ACTIVE, report.isActive() ? 1 : 0)
                .set(DOCUMENT, report.document().toString())
                .onConflict(ACCOUNT, REGION, CHECK_NAME, HUB_ID)
                .doUpdate()
                .setAllToExcluded();
    }

    private static HubReport report(Record row) {
        return new HubReport(
                HubReport.Kind.valueOf(row.get(KIND)),
                new CheckName(row.get(CHECK_NAME)),
                row.get(HUB_ID),
                row.get(TASK_ID),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(UPDATED_AT)),
                row.get(IS_ACTIVE) == 1,
                (ObjectNode) MAPPER.readTree(row.get(DOCUMENT)));
    }
}
