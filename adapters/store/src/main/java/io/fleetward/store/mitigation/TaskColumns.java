// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.mitigation;

import static io.fleetward.store.Tenant.text;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import io.fleetward.store.Tenant;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;

/** The columns that name a task in every table about tasks. */
final class TaskColumns {
    static final Field<String> KIND = text("kind");
    static final Field<String> TASK_ID = text("task_id");

    private TaskColumns() {}

    /** The row belongs to this task. */
    static Condition is(TaskKey task) {
        return ofKind(task.scope(), task.kind()).and(TASK_ID.eq(task.id()));
    }

    /** The row belongs to a task of this kind. */
    static Condition ofKind(AccountRegion scope, TaskKind kind) {
        return Tenant.is(scope).and(KIND.eq(kind.name()));
    }

    /** A row of this task, to be filled with further columns. */
    static Map<Field<?>, Object> row(TaskKey task) {
        Map<Field<?>, Object> row = Tenant.row(task.scope());
        row.put(KIND, task.kind().name());
        row.put(TASK_ID, task.id());
        return row;
    }

    /** The task of the row. */
    static TaskKey task(Record row) {
        return new TaskKey(Tenant.of(row), TaskKind.valueOf(row.get(KIND)), row.get(TASK_ID));
    }
}
