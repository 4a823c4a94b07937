// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.standard.ControlReports;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.standard.ControlReport;
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

/** The table {@code control_report}. Thread-safe. */
public final class JdbcControlReports implements ControlReports {
    private static final Table<Record> REPORT = table(name("control_report"));
    private static final Field<String> CONTROL_ID = text("control_id");
    private static final Field<String> RESOURCE_ID = text("resource_id");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> UPDATED_AT = number("updated_at");
    private static final Field<String> DOCUMENT = text("document");

    @Override
    public List<ControlReport> find(Tx tx, AccountRegion scope, String control, Collection<String> resources) {
        return SqlTx.dsl(tx)
                .selectFrom(REPORT)
                .where(these(scope, control, resources))
                .orderBy(RESOURCE_ID)
                .fetch(JdbcControlReports::report);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, List<ControlReport> reports) {
        DSLContext dsl = SqlTx.dsl(tx);
        dsl.batch(reports.stream().map(report -> upsert(dsl, scope, report)).toList())
                .execute();
    }

    @Override
    public List<ControlReport> toldBefore(Tx tx, AccountRegion scope, Told before, int limit) {
        return SqlTx.dsl(tx)
                .selectFrom(REPORT)
                .where(Tenant.is(scope)
                        .and(CONTROL_ID.eq(before.control()))
                        .and(UPDATED_AT.lt(before.before().toEpochMilli())))
                .orderBy(UPDATED_AT, RESOURCE_ID)
                .limit(limit)
                .fetch(JdbcControlReports::report);
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String control, Collection<String> resources) {
        SqlTx.dsl(tx).deleteFrom(REPORT).where(these(scope, control, resources)).execute();
    }

    private static Condition these(AccountRegion scope, String control, Collection<String> resources) {
        return Tenant.is(scope).and(CONTROL_ID.eq(control)).and(RESOURCE_ID.in(resources));
    }

    private static Query upsert(DSLContext dsl, AccountRegion scope, ControlReport report) {
        return dsl.insertInto(REPORT)
                .set(Tenant.row(scope))
                .set(CONTROL_ID, report.control())
                .set(RESOURCE_ID, report.resource())
                .set(CREATED_AT, report.createdAt().toEpochMilli())
                .set(UPDATED_AT, report.updatedAt().toEpochMilli())
                .set(DOCUMENT, report.document().toString())
                .onConflict(ACCOUNT, REGION, CONTROL_ID, RESOURCE_ID)
                .doUpdate()
                .setAllToExcluded();
    }

    private static ControlReport report(Record row) {
        return new ControlReport(
                row.get(CONTROL_ID),
                row.get(RESOURCE_ID),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(UPDATED_AT)),
                (ObjectNode) JsonMapper.shared().readTree(row.get(DOCUMENT)));
    }
}
