// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.mitigation;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static io.fleetward.store.mitigation.TaskColumns.KIND;
import static io.fleetward.store.mitigation.TaskColumns.TASK_ID;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.mitigation.ExecutionOrder;
import io.fleetward.application.mitigation.MitigationExecutions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.task.Execution;
import io.fleetward.mitigation.task.ExecutionStatus;
import io.fleetward.mitigation.task.SubjectStatus;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import io.fleetward.mitigation.task.TaskSubject;
import io.fleetward.store.SqlTx;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tables {@code mitigation_subject} and {@code mitigation_execution}. Thread-safe. */
public final class JdbcMitigationExecutions implements MitigationExecutions {
    private static final Table<Record> SUBJECT = table(name("mitigation_subject"));
    private static final Table<Record> EXECUTION = table(name("mitigation_execution"));
    private static final Field<String> SUBJECT_ID = text("subject_id");
    private static final Field<Integer> POSITION = integer("position");
    private static final Field<String> GROUP = text("group_name");
    private static final Field<String> STATUS = text("status");
    private static final Field<String> ACTION_NAME = text("action_name");
    private static final Field<String> ACTION_ID = text("action_id");
    private static final Field<String> THING = text("thing");
    private static final Field<Long> STARTED_AT = number("started_at");
    private static final Field<Long> ENDED_AT = number("ended_at");
    private static final Field<String> ERROR_CODE = text("error_code");
    private static final Field<String> MESSAGE = text("message");
    private static final List<Field<?>> COLUMNS = List.of(
            ACCOUNT,
            REGION,
            KIND,
            TASK_ID,
            SUBJECT_ID,
            POSITION,
            ACTION_NAME,
            ACTION_ID,
            THING,
            STATUS,
            STARTED_AT,
            ENDED_AT,
            ERROR_CODE,
            MESSAGE);

    @Override
    public boolean add(Tx tx, TaskKey task, TaskSubject subject, List<Execution> executions) {
        int added = SqlTx.dsl(tx)
                .insertInto(SUBJECT)
                .set(TaskColumns.row(task))
                .set(SUBJECT_ID, subject.id())
                .set(POSITION, subject.position())
                .set(GROUP, subject.group())
                .set(STATUS, subject.status().name())
                .onConflictDoNothing()
                .execute();
        if (added > 0) {
            executions.forEach(execution -> put(tx, execution));
        }
        return added > 0;
    }

    @Override
    public void clear(Tx tx, TaskKey task) {
        SqlTx.dsl(tx).deleteFrom(EXECUTION).where(TaskColumns.is(task)).execute();
        SqlTx.dsl(tx).deleteFrom(SUBJECT).where(TaskColumns.is(task)).execute();
    }

    @Override
    public @Nullable TaskSubject nextPending(Tx tx, TaskKey task) {
        return SqlTx.dsl(tx)
                .select(SUBJECT_ID, POSITION, GROUP, STATUS)
                .from(SUBJECT)
                .where(TaskColumns.is(task).and(STATUS.eq(SubjectStatus.PENDING.name())))
                .orderBy(POSITION)
                .limit(1)
                .fetchOne(found -> new TaskSubject(
                        found.get(POSITION),
                        found.get(SUBJECT_ID),
                        found.get(GROUP),
                        SubjectStatus.valueOf(found.get(STATUS))));
    }

    @Override
    public List<Execution> of(Tx tx, TaskKey task, String subjectId) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(EXECUTION)
                .where(TaskColumns.is(task).and(SUBJECT_ID.eq(subjectId)))
                .orderBy(POSITION)
                .fetch(JdbcMitigationExecutions::execution);
    }

    @Override
    public void put(Tx tx, Execution execution) {
        Execution.Outcome outcome = execution.outcome();
        SqlTx.dsl(tx)
                .insertInto(EXECUTION)
                .set(TaskColumns.row(execution.task()))
                .set(SUBJECT_ID, execution.subjectId())
                .set(POSITION, execution.position())
                .set(ACTION_NAME, execution.actionName())
                .set(ACTION_ID, execution.actionId())
                .set(THING, execution.thing())
                .set(STATUS, outcome.status().name())
                .set(STARTED_AT, millis(outcome.startedAt()))
                .set(ENDED_AT, millis(outcome.endedAt()))
                .set(ERROR_CODE, outcome.errorCode())
                .set(MESSAGE, outcome.message())
                .onConflict(ACCOUNT, REGION, KIND, TASK_ID, SUBJECT_ID, POSITION)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public void settle(Tx tx, TaskKey task, String subjectId, SubjectStatus status) {
        SqlTx.dsl(tx)
                .update(SUBJECT)
                .set(STATUS, status.name())
                .where(TaskColumns.is(task).and(SUBJECT_ID.eq(subjectId)))
                .execute();
    }

    @Override
    public void cancelPending(Tx tx, TaskKey task) {
        SqlTx.dsl(tx)
                .update(EXECUTION)
                .set(STATUS, ExecutionStatus.CANCELED.name())
                .where(TaskColumns.is(task).and(STATUS.eq(ExecutionStatus.PENDING.name())))
                .execute();
        SqlTx.dsl(tx)
                .update(SUBJECT)
                .set(STATUS, SubjectStatus.CANCELED.name())
                .where(TaskColumns.is(task).and(STATUS.eq(SubjectStatus.PENDING.name())))
                .execute();
    }

    @Override
    public Map<String, Map<SubjectStatus, Long>> countSubjects(Tx tx, TaskKey task) {
        var counts = new HashMap<String, Map<SubjectStatus, Long>>();
        SqlTx.dsl(tx)
                .select(GROUP, STATUS, count())
                .from(SUBJECT)
                .where(TaskColumns.is(task))
                .groupBy(GROUP, STATUS)
                .forEach(found -> counts.computeIfAbsent(found.get(GROUP), _ -> new EnumMap<>(SubjectStatus.class))
                        .put(
                                SubjectStatus.valueOf(found.get(STATUS)),
                                found.get(count()).longValue()));
        return counts;
    }

    @Override
    public Map<ExecutionStatus, Long> countExecutions(Tx tx, TaskKey task) {
        var counts = new EnumMap<ExecutionStatus, Long>(ExecutionStatus.class);
        SqlTx.dsl(tx)
                .select(STATUS, count())
                .from(EXECUTION)
                .where(TaskColumns.is(task))
                .groupBy(STATUS)
                .forEach(found -> counts.put(
                        ExecutionStatus.valueOf(found.get(STATUS)),
                        found.get(count()).longValue()));
        return counts;
    }

    @Override
    public Set<String> tasksAbout(Tx tx, AccountRegion scope, TaskKind kind, String subjectId) {
        return SqlTx.dsl(tx)
                .select(TASK_ID)
                .from(SUBJECT)
                .where(TaskColumns.ofKind(scope, kind).and(SUBJECT_ID.eq(subjectId)))
                .fetchSet(TASK_ID);
    }

    @Override
    public Page<Execution> list(Tx tx, AccountRegion scope, ExecutionFilter filter, PageRequest page) {
        List<Execution> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(EXECUTION)
                .where(TaskColumns.ofKind(scope, filter.kind()))
                .and(filter.taskId() == null ? noCondition() : TASK_ID.eq(filter.taskId()))
                .and(filter.subjectId() == null ? noCondition() : SUBJECT_ID.eq(filter.subjectId()))
                .and(filter.thing() == null ? noCondition() : THING.eq(filter.thing()))
                .and(
                        filter.from() == null
                                ? noCondition()
                                : STARTED_AT.ge(filter.from().toEpochMilli()))
                .and(
                        filter.to() == null
                                ? noCondition()
                                : STARTED_AT.le(filter.to().toEpochMilli()))
                .and(
                        filter.status() == null
                                ? noCondition()
                                : STATUS.eq(filter.status().name()))
                .and(after(page.after()))
                .orderBy(TASK_ID, SUBJECT_ID, POSITION)
                .limit(page.limit() + 1)
                .fetch(JdbcMitigationExecutions::execution);
        return Page.cut(
                read, page.limit(), execution -> ExecutionOrder.of(execution).key());
    }

    private static Condition after(@Nullable String key) {
        if (key == null) {
            return noCondition();
        }
        ExecutionOrder last = ExecutionOrder.parse(key);
        return row(TASK_ID, SUBJECT_ID, POSITION).gt(row(last.taskId(), last.subjectId(), last.position()));
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static Execution execution(Record found) {
        return new Execution(
                TaskColumns.task(found),
                found.get(SUBJECT_ID),
                found.get(POSITION),
                found.get(ACTION_NAME),
                found.get(ACTION_ID),
                found.get(THING),
                new Execution.Outcome(
                        ExecutionStatus.valueOf(found.get(STATUS)),
                        instant(found.get(STARTED_AT)),
                        instant(found.get(ENDED_AT)),
                        found.get(ERROR_CODE),
                        found.get(MESSAGE)));
    }
}
