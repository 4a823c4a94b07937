// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.audit.NewestFirst;
import io.fleetward.application.audit.ReportedFindings;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.Severity;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tables {@code audit_finding} and {@code audit_related_resource}. Thread-safe. */
public final class JdbcReportedFindings implements ReportedFindings {
    private static final Table<Record> FINDING = table(name("audit_finding"));
    private static final Field<String> ID = text("id");
    private static final Field<String> TASK_ID = text("task_id");
    private static final Field<Long> TASK_STARTED_AT = number("task_started_at");
    private static final Field<String> CHECK_NAME = text("check_name");
    private static final Field<Long> FOUND_AT = number("found_at");
    private static final Field<String> SEVERITY = text("severity");
    private static final Field<String> REASON_CODE = text("reason_code");
    private static final Field<String> REASON = text("reason");
    private static final Field<Integer> IS_SUPPRESSED = integer("is_suppressed");
    private static final List<Field<?>> COLUMNS = with(
            ResourceColumns.ALL,
            ID,
            TASK_ID,
            TASK_STARTED_AT,
            CHECK_NAME,
            FOUND_AT,
            SEVERITY,
            REASON_CODE,
            REASON,
            IS_SUPPRESSED);

    private static final Table<Record> RELATED = table(name("audit_related_resource"));
    private static final Field<String> FINDING_ID = text("finding_id");
    private static final Field<Integer> POSITION = integer("position");
    private static final List<Field<?>> RELATED_COLUMNS = with(ResourceColumns.ALL, FINDING_ID, POSITION);

    @Override
    public void add(Tx tx, AccountRegion scope, List<AuditFinding> findings) {
        DSLContext dsl = SqlTx.dsl(tx);
        var inserts = new ArrayList<Query>();
        for (AuditFinding finding : findings) {
            inserts.add(insert(dsl, scope, finding));
            for (int position = 0; position < finding.related().size(); position++) {
                inserts.add(dsl.insertInto(RELATED)
                        .set(Tenant.row(scope))
                        .set(FINDING_ID, finding.id())
                        .set(POSITION, position)
                        .set(ResourceColumns.row(finding.related().get(position))));
            }
        }
        dsl.batch(inserts).execute();
    }

    @Override
    public @Nullable AuditFinding find(Tx tx, AccountRegion scope, String id) {
        DSLContext dsl = SqlTx.dsl(tx);
        List<AuditFinding> found = findings(
                dsl,
                scope,
                dsl.select(COLUMNS)
                        .from(FINDING)
                        .where(Tenant.is(scope).and(ID.eq(id)))
                        .fetch());
        return found.isEmpty() ? null : found.getFirst();
    }

    @Override
    public Page<AuditFinding> list(Tx tx, AccountRegion scope, FindingFilter filter, PageRequest page) {
        DSLContext dsl = SqlTx.dsl(tx);
        Result<Record> read = dsl.select(COLUMNS)
                .from(FINDING)
                .where(Tenant.is(scope).and(fits(filter)).and(after(page.after())))
                .orderBy(FOUND_AT.desc(), ID.asc())
                .limit(page.limit() + 1)
                .fetch();
        return Page.cut(
                findings(dsl, scope, read),
                page.limit(),
                finding -> new NewestFirst(finding.foundAt(), finding.id()).key());
    }

    @Override
    public Page<AuditedResource> related(Tx tx, AccountRegion scope, String id, PageRequest page) {
        Result<Record> read = SqlTx.dsl(tx)
                .select(RELATED_COLUMNS)
                .from(RELATED)
                .where(Tenant.is(scope).and(FINDING_ID.eq(id)))
                .and(page.after() == null ? noCondition() : POSITION.gt(Integer.valueOf(page.after())))
                .orderBy(POSITION)
                .limit(page.limit() + 1)
                .fetch();
        return Page.cut(read, page.limit(), row -> String.valueOf(row.get(POSITION)))
                .map(ResourceColumns::resource);
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String taskId, CheckName check) {
        remove(tx, scope, taskId, check, Map.of());
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String taskId, CheckName check, Map<String, String> resource) {
        DSLContext dsl = SqlTx.dsl(tx);
        Condition these = Tenant.is(scope)
                .and(TASK_ID.eq(taskId))
                .and(CHECK_NAME.eq(check.value()))
                .and(ResourceColumns.has(resource));
        dsl.deleteFrom(RELATED)
                .where(Tenant.is(scope))
                .and(FINDING_ID.in(dsl.select(ID).from(FINDING).where(these)))
                .execute();
        dsl.deleteFrom(FINDING).where(these).execute();
    }

    @Override
    public int removeFoundBefore(Tx tx, Instant cutoff, int limit) {
        DSLContext dsl = SqlTx.dsl(tx);
        Result<Record> old = dsl.select(List.of(ACCOUNT, REGION, ID))
                .from(FINDING)
                .where(FOUND_AT.lt(cutoff.toEpochMilli()))
                .limit(limit)
                .fetch();
        var deletes = new ArrayList<Query>();
        for (Record gone : old) {
            Condition tenant = Tenant.is(Tenant.of(gone));
            deletes.add(dsl.deleteFrom(RELATED).where(tenant.and(FINDING_ID.eq(gone.get(ID)))));
            deletes.add(dsl.deleteFrom(FINDING).where(tenant.and(ID.eq(gone.get(ID)))));
        }
        dsl.batch(deletes).execute();
        return old.size();
    }

    private static Query insert(DSLContext dsl, AccountRegion scope, AuditFinding finding) {
        return dsl.insertInto(FINDING)
                .set(Tenant.row(scope))
                .set(ID, finding.id())
                .set(TASK_ID, finding.taskId())
                .set(TASK_STARTED_AT, finding.taskStartedAt().toEpochMilli())
                .set(CHECK_NAME, finding.check().value())
                .set(FOUND_AT, finding.foundAt().toEpochMilli())
                .set(SEVERITY, finding.severity().name())
                .set(REASON_CODE, finding.code().value())
                .set(REASON, finding.reason())
                .set(IS_SUPPRESSED, finding.isSuppressed() ? 1 : 0)
                .set(ResourceColumns.row(finding.resource()));
    }

    private static Condition fits(FindingFilter filter) {
        Condition all = FOUND_AT.ge(filter.from().toEpochMilli()).and(ResourceColumns.has(filter.resource()));
        if (filter.to() != null) {
            all = all.and(FOUND_AT.le(filter.to().toEpochMilli()));
        }
        if (filter.taskId() != null) {
            all = all.and(TASK_ID.eq(filter.taskId()));
        }
        if (filter.check() != null) {
            all = all.and(CHECK_NAME.eq(filter.check().value()));
        }
        if (filter.suppressed() != null) {
            all = all.and(IS_SUPPRESSED.eq(filter.suppressed() ? 1 : 0));
        }
        return all;
    }

    private static Condition after(@Nullable String key) {
        if (key == null) {
            return noCondition();
        }
        NewestFirst last = NewestFirst.parse(key);
        long at = last.at().toEpochMilli();
        return FOUND_AT.lt(at).or(FOUND_AT.eq(at).and(ID.gt(last.id())));
    }

    private static List<AuditFinding> findings(DSLContext dsl, AccountRegion scope, Result<Record> rows) {
        Map<String, List<AuditedResource>> related = firstRelated(dsl, scope, rows.getValues(ID));
        return rows.map(row -> finding(row, related.getOrDefault(row.get(ID), List.of())));
    }

    private static Map<String, List<AuditedResource>> firstRelated(
            DSLContext dsl, AccountRegion scope, List<String> ids) {
        var related = new HashMap<String, List<AuditedResource>>();
        dsl.select(RELATED_COLUMNS)
                .from(RELATED)
                .where(Tenant.is(scope).and(FINDING_ID.in(ids)).and(POSITION.lt(RELATED_WITH_FINDING)))
                .orderBy(FINDING_ID, POSITION)
                .forEach(row -> related.computeIfAbsent(row.get(FINDING_ID), _ -> new ArrayList<>())
                        .add(ResourceColumns.resource(row)));
        return related;
    }

    private static AuditFinding finding(Record row, List<AuditedResource> related) {
        return new AuditFinding(
                row.get(ID),
                row.get(TASK_ID),
                Instant.ofEpochMilli(row.get(TASK_STARTED_AT)),
                new CheckName(row.get(CHECK_NAME)),
                Instant.ofEpochMilli(row.get(FOUND_AT)),
                Severity.valueOf(row.get(SEVERITY)),
                ResourceColumns.resource(row),
                related,
                new ReasonCode(row.get(REASON_CODE)),
                row.get(REASON),
                row.get(IS_SUPPRESSED) == 1);
    }

    private static List<Field<?>> with(List<Field<?>> columns, Field<?>... more) {
        return Stream.concat(columns.stream(), Stream.of(more)).toList();
    }
}
