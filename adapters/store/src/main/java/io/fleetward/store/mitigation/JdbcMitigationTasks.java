// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.mitigation;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static io.fleetward.store.mitigation.TaskColumns.KIND;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.audit.NewestFirst;
import io.fleetward.application.mitigation.MitigationTasks;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.task.FindingTarget;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import io.fleetward.mitigation.task.TaskStatus;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code mitigation_task}. Thread-safe. */
public final class JdbcMitigationTasks implements MitigationTasks {
    private static final Table<Record> TASK = table(name("mitigation_task"));
    private static final Field<String> ID = text("id");
    private static final Field<String> TOKEN = text("token");
    private static final Field<String> STARTED_BY = text("started_by");
    private static final Field<String> ORDER = text("orders");
    private static final Field<String> AUDIT_TASK_ID = text("audit_task_id");
    private static final Field<String> ACTIONS = text("actions");
    private static final Field<String> ROLLOUT = text("rollout");
    private static final Field<Long> STARTED_AT = number("started_at");
    private static final Field<Long> ENDED_AT = number("ended_at");
    private static final Field<String> STATUS = text("status");
    private static final Field<String> REASON = text("reason");
    private static final Field<Integer> IS_PLANNED = integer("is_planned");
    private static final Field<Long> DUE_AT = number("due_at");
    private static final List<Field<?>> COLUMNS = List.of(
            ACCOUNT,
            REGION,
            KIND,
            ID,
            TOKEN,
            STARTED_BY,
            ORDER,
            ACTIONS,
            ROLLOUT,
            STARTED_AT,
            ENDED_AT,
            STATUS,
            REASON,
            IS_PLANNED,
            DUE_AT);
    private static final Condition IN_PROGRESS = STATUS.eq(TaskStatus.IN_PROGRESS.name());

    @Override
    public @Nullable MitigationTask find(Tx tx, TaskKey key) {
        return SqlTx.dsl(tx).select(COLUMNS).from(TASK).where(is(key)).fetchOne(JdbcMitigationTasks::task);
    }

    @Override
    public boolean isTokenUsed(Tx tx, AccountRegion scope, TaskKind kind, String token) {
        return SqlTx.dsl(tx).fetchExists(TASK, TaskColumns.ofKind(scope, kind).and(TOKEN.eq(token)));
    }

    @Override
    public void put(Tx tx, MitigationTask task) {
        Instant endedAt = task.endedAt();
        SqlTx.dsl(tx)
                .insertInto(TASK)
                .set(Tenant.row(task.key().scope()))
                .set(KIND, task.key().kind().name())
                .set(ID, task.key().id())
                .set(TOKEN, task.token())
                .set(STARTED_BY, task.startedBy())
                .set(ORDER, OrderJson.write(task.order()))
                .set(AUDIT_TASK_ID, auditTaskId(task.order()))
                .set(ACTIONS, OrderJson.write(task.actions()))
                .set(ROLLOUT, OrderJson.write(task.rollout()))
                .set(STARTED_AT, task.startedAt().toEpochMilli())
                .set(ENDED_AT, endedAt == null ? null : endedAt.toEpochMilli())
                .set(STATUS, task.status().name())
                .set(REASON, task.reason())
                .set(IS_PLANNED, task.isPlanned() ? 1 : 0)
                .set(DUE_AT, task.dueAt().toEpochMilli())
                .onConflict(ACCOUNT, REGION, KIND, ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public int countInProgress(Tx tx, AccountRegion scope, TaskKind kind) {
        return SqlTx.dsl(tx).fetchCount(TASK, TaskColumns.ofKind(scope, kind).and(IN_PROGRESS));
    }

    @Override
    public @Nullable MitigationTask nextDue(Tx tx, AccountRegion scope, Instant now) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(TASK)
                .where(Tenant.is(scope).and(IN_PROGRESS).and(DUE_AT.le(now.toEpochMilli())))
                .orderBy(STARTED_AT, ID, KIND)
                .limit(1)
                .fetchOne(JdbcMitigationTasks::task);
    }

    @Override
    public @Nullable Instant nextPauseEnd(Tx tx, AccountRegion scope, Instant now) {
        Long first = SqlTx.dsl(tx)
                .select(min(DUE_AT))
                .from(TASK)
                .where(Tenant.is(scope).and(IN_PROGRESS).and(DUE_AT.gt(now.toEpochMilli())))
                .fetchOne(min(DUE_AT));
        return first == null ? null : Instant.ofEpochMilli(first);
    }

    @Override
    public List<AccountRegion> scopesInProgress(Tx tx) {
        return SqlTx.dsl(tx)
                .selectDistinct(ACCOUNT, REGION)
                .from(TASK)
                .where(IN_PROGRESS)
                .fetch(Tenant::of);
    }

    @Override
    public Page<MitigationTask> list(Tx tx, AccountRegion scope, TaskFilter filter, PageRequest page) {
        long to = filter.to().toEpochMilli();
        List<MitigationTask> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(TASK)
                .where(TaskColumns.ofKind(scope, filter.kind()))
                .and(STARTED_AT.between(filter.from().toEpochMilli(), to))
                .and(ENDED_AT.isNull().or(ENDED_AT.le(to)))
                .and(
                        filter.status() == null
                                ? noCondition()
                                : STATUS.eq(filter.status().name()))
                .and(filter.auditTaskId() == null ? noCondition() : AUDIT_TASK_ID.eq(filter.auditTaskId()))
                .and(filter.ids() == null ? noCondition() : ID.in(filter.ids()))
                .and(after(page.after()))
                .orderBy(STARTED_AT.desc(), ID.asc())
                .limit(page.limit() + 1)
                .fetch(JdbcMitigationTasks::task);
        return Page.cut(
                read,
                page.limit(),
                task -> new NewestFirst(task.startedAt(), task.key().id()).key());
    }

    @Override
    public List<TaskKey> startedBefore(Tx tx, Instant cutoff, int limit) {
        return SqlTx.dsl(tx)
                .select(ACCOUNT, REGION, KIND, ID)
                .from(TASK)
                .where(STARTED_AT.lt(cutoff.toEpochMilli()))
                .limit(limit)
                .fetch(JdbcMitigationTasks::key);
    }

    @Override
    public void remove(Tx tx, TaskKey key) {
        SqlTx.dsl(tx).deleteFrom(TASK).where(is(key)).execute();
    }

    private static Condition is(TaskKey key) {
        return TaskColumns.ofKind(key.scope(), key.kind()).and(ID.eq(key.id()));
    }

    private static Condition after(@Nullable String key) {
        if (key == null) {
            return noCondition();
        }
        NewestFirst last = NewestFirst.parse(key);
        long at = last.at().toEpochMilli();
        return STARTED_AT.lt(at).or(STARTED_AT.eq(at).and(ID.gt(last.id())));
    }

    private static @Nullable String auditTaskId(MitigationOrder order) {
        return order instanceof MitigationOrder.OnFindings(FindingTarget.OfAudit(String id, var _), var _) ? id : null;
    }

    private static TaskKey key(Record row) {
        return new TaskKey(Tenant.of(row), TaskKind.valueOf(row.get(KIND)), row.get(ID));
    }

    private static MitigationTask task(Record row) {
        Long endedAt = row.get(ENDED_AT);
        return new MitigationTask(
                key(row),
                row.get(TOKEN),
                row.get(STARTED_BY),
                OrderJson.read(row.get(ORDER)),
                OrderJson.actions(row.get(ACTIONS)),
                OrderJson.rollout(row.get(ROLLOUT)),
                Instant.ofEpochMilli(row.get(STARTED_AT)),
                endedAt == null ? null : Instant.ofEpochMilli(endedAt),
                TaskStatus.valueOf(row.get(STATUS)),
                row.get(REASON),
                row.get(IS_PLANNED) == 1,
                Instant.ofEpochMilli(row.get(DUE_AT)));
    }
}
