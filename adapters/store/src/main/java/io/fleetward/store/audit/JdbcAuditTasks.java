// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.audit.AuditTasks;
import io.fleetward.application.audit.NewestFirst;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.schedule.Frequency;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTaskStatus;
import io.fleetward.audit.task.AuditTaskType;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tables {@code audit_task} and {@code audit_check_run}. Thread-safe. */
public final class JdbcAuditTasks implements AuditTasks {
    private static final Table<Record> TASK = table(name("audit_task"));
    private static final Field<String> ID = text("id");
    private static final Field<String> TYPE = text("type");
    private static final Field<String> SCHEDULE_NAME = text("schedule_name");
    private static final Field<String> SCHEDULE_FREQUENCY = text("schedule_frequency");
    private static final Field<Long> STARTED_AT = number("started_at");
    private static final Field<String> STATUS = text("status");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, ID, TYPE, SCHEDULE_NAME, SCHEDULE_FREQUENCY, STARTED_AT, STATUS);

    private static final Table<Record> CHECK_RUN = table(name("audit_check_run"));
    private static final Field<String> TASK_ID = text("task_id");
    private static final Field<Integer> POSITION = integer("position");
    private static final Field<String> CHECK_NAME = text("check_name");
    private static final String IN_PROGRESS = AuditTaskStatus.IN_PROGRESS.name();

    @Override
    public @Nullable AuditTask find(Tx tx, AccountRegion scope, String id) {
        DSLContext dsl = SqlTx.dsl(tx);
        return dsl.select(COLUMNS)
                .from(TASK)
                .where(Tenant.is(scope).and(ID.eq(id)))
                .fetchOne(found -> task(dsl, found));
    }

    @Override
    public void put(Tx tx, AuditTask task) {
        DSLContext dsl = SqlTx.dsl(tx);
        var schedule = task.trigger() instanceof AuditTrigger.Scheduled scheduled ? scheduled : null;
        dsl.insertInto(TASK)
                .set(Tenant.row(task.scope()))
                .set(ID, task.id())
                .set(TYPE, task.trigger().taskType().name())
                .set(SCHEDULE_NAME, schedule == null ? null : schedule.scheduleName())
                .set(
                        SCHEDULE_FREQUENCY,
                        schedule == null ? null : schedule.frequency().name())
                .set(STARTED_AT, task.startedAt().toEpochMilli())
                .set(STATUS, task.status().name())
                .onConflict(ACCOUNT, REGION, ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        putRuns(dsl, task);
    }

    @Override
    public int countInProgress(Tx tx, AccountRegion scope, AuditTaskType type) {
        return SqlTx.dsl(tx)
                .fetchCount(TASK, Tenant.is(scope).and(STATUS.eq(IN_PROGRESS)).and(TYPE.eq(type.name())));
    }

    @Override
    public boolean isInProgress(Tx tx, AccountRegion scope, String scheduleName) {
        DSLContext dsl = SqlTx.dsl(tx);
        return dsl.fetchExists(dsl.selectOne()
                .from(TASK)
                .where(Tenant.is(scope).and(STATUS.eq(IN_PROGRESS)).and(SCHEDULE_NAME.eq(scheduleName))));
    }

    @Override
    public List<AuditTask> inProgress(Tx tx, AccountRegion scope) {
        DSLContext dsl = SqlTx.dsl(tx);
        return dsl.select(COLUMNS)
                .from(TASK)
                .where(Tenant.is(scope).and(STATUS.eq(IN_PROGRESS)))
                .orderBy(STARTED_AT, ID)
                .fetch()
                .map(found -> task(dsl, found));
    }

    @Override
    public @Nullable Instant previousRun(Tx tx, AccountRegion scope, String scheduleName, Instant before) {
        Long startedAt = SqlTx.dsl(tx)
                .select(max(STARTED_AT))
                .from(TASK)
                .where(Tenant.is(scope).and(SCHEDULE_NAME.eq(scheduleName)))
                .and(STATUS.eq(AuditTaskStatus.COMPLETED.name()))
                .and(STARTED_AT.lt(before.toEpochMilli()))
                .fetchOne(0, Long.class);
        return startedAt == null ? null : Instant.ofEpochMilli(startedAt);
    }

    @Override
    public List<AccountRegion> scopesInProgress(Tx tx) {
        return SqlTx.dsl(tx)
                .selectDistinct(ACCOUNT, REGION)
                .from(TASK)
                .where(STATUS.eq(IN_PROGRESS))
                .fetch(Tenant::of);
    }

    @Override
    public Page<AuditTask> list(Tx tx, AccountRegion scope, TaskFilter filter, PageRequest page) {
        DSLContext dsl = SqlTx.dsl(tx);
        List<AuditTask> read = dsl.select(COLUMNS)
                .from(TASK)
                .where(Tenant.is(scope))
                .and(STARTED_AT.between(
                        filter.from().toEpochMilli(), filter.to().toEpochMilli()))
                .and(
                        filter.type() == null
                                ? noCondition()
                                : TYPE.eq(filter.type().name()))
                .and(
                        filter.status() == null
                                ? noCondition()
                                : STATUS.eq(filter.status().name()))
                .and(after(page.after()))
                .orderBy(STARTED_AT.desc(), ID.asc())
                .limit(page.limit() + 1)
                .fetch()
                .map(found -> task(dsl, found));
        return Page.cut(read, page.limit(), task -> new NewestFirst(task.startedAt(), task.id()).key());
    }

    @Override
    public int removeStartedBefore(Tx tx, Instant cutoff, int limit) {
        DSLContext dsl = SqlTx.dsl(tx);
        List<Record> old = List.copyOf(dsl.select(List.of(ACCOUNT, REGION, ID))
                .from(TASK)
                .where(STARTED_AT.lt(cutoff.toEpochMilli()))
                .limit(limit)
                .fetch());
        for (Record gone : old) {
            Condition tenant = Tenant.is(Tenant.of(gone));
            dsl.deleteFrom(CHECK_RUN)
                    .where(tenant.and(TASK_ID.eq(gone.get(ID))))
                    .execute();
            dsl.deleteFrom(TASK).where(tenant.and(ID.eq(gone.get(ID)))).execute();
        }
        return old.size();
    }

    private static Condition after(@Nullable String key) {
        if (key == null) {
            return noCondition();
        }
        NewestFirst last = NewestFirst.parse(key);
        long at = last.at().toEpochMilli();
        return STARTED_AT.lt(at).or(STARTED_AT.eq(at).and(ID.gt(last.id())));
    }

    private static void putRuns(DSLContext dsl, AuditTask task) {
        var inserts = new ArrayList<Query>();
        task.checks()
                .forEach((name, run) -> inserts.add(dsl.insertInto(CHECK_RUN)
                        .set(Tenant.row(task.scope()))
                        .set(TASK_ID, task.id())
                        .set(POSITION, inserts.size())
                        .set(CHECK_NAME, name.value())
                        .set(CheckRunColumns.row(run))
                        .onConflict(ACCOUNT, REGION, TASK_ID, POSITION)
                        .doUpdate()
                        .setAllToExcluded()));
        dsl.batch(inserts).execute();
    }

    private static AuditTask task(DSLContext dsl, Record found) {
        AccountRegion scope = Tenant.of(found);
        var checks = new LinkedHashMap<CheckName, CheckRun>();
        dsl.select(CHECK_NAME)
                .select(CheckRunColumns.ALL)
                .from(CHECK_RUN)
                .where(Tenant.is(scope).and(TASK_ID.eq(found.get(ID))))
                .orderBy(POSITION)
                .forEach(run -> checks.put(new CheckName(run.get(CHECK_NAME)), CheckRunColumns.run(run)));
        return new AuditTask(
                scope,
                found.get(ID),
                trigger(found),
                Instant.ofEpochMilli(found.get(STARTED_AT)),
                AuditTaskStatus.valueOf(found.get(STATUS)),
                checks);
    }

    private static AuditTrigger trigger(Record found) {
        return switch (AuditTaskType.valueOf(found.get(TYPE))) {
            case ON_DEMAND_AUDIT_TASK -> new AuditTrigger.OnDemand();
            case CONTINUOUS_AUDIT -> new AuditTrigger.Change();
            case SCHEDULED_AUDIT_TASK ->
                new AuditTrigger.Scheduled(found.get(SCHEDULE_NAME), Frequency.valueOf(found.get(SCHEDULE_FREQUENCY)));
        };
    }
}
