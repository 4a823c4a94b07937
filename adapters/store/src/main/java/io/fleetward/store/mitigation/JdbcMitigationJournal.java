// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.mitigation;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static io.fleetward.store.mitigation.TaskColumns.KIND;
import static io.fleetward.store.mitigation.TaskColumns.TASK_ID;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.mitigation.JournalEntry;
import io.fleetward.application.mitigation.JournalLine;
import io.fleetward.application.mitigation.MitigationJournal;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.effect.ChangeJson;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code mitigation_journal}; its sequence follows the order of writing within a tenant. Thread-safe. */
public final class JdbcMitigationJournal implements MitigationJournal {
    private static final Table<Record> JOURNAL = table(name("mitigation_journal"));
    private static final Field<Long> SEQ = number("seq");
    private static final Field<String> SUBJECT_ID = text("subject_id");
    private static final Field<String> ACTION_NAME = text("action_name");
    private static final Field<String> ACTOR = text("actor");
    private static final Field<String> ROLE_ARN = text("role_arn");
    private static final Field<Long> AT = number("at");
    private static final Field<String> CHANGE = text("change");
    private static final Field<Long> UNDOES = number("undoes");
    private static final List<Field<?>> COLUMNS =
            List.of(SEQ, ACCOUNT, REGION, KIND, TASK_ID, SUBJECT_ID, ACTION_NAME, ACTOR, ROLE_ARN, AT, CHANGE, UNDOES);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Override
    public void append(Tx tx, JournalEntry entry) {
        SqlTx.dsl(tx)
                .insertInto(JOURNAL)
                .set(TaskColumns.row(entry.task()))
                .set(SEQ, next(tx, entry.task().scope()))
                .set(SUBJECT_ID, entry.subjectId())
                .set(ACTION_NAME, entry.actionName())
                .set(ACTOR, entry.actor())
                .set(ROLE_ARN, entry.role())
                .set(AT, entry.at().toEpochMilli())
                .set(CHANGE, ChangeJson.write(entry.change()).toString())
                .set(UNDOES, entry.undoes())
                .execute();
    }

    @Override
    public Page<JournalLine> list(Tx tx, AccountRegion scope, @Nullable TaskKey task, PageRequest page) {
        DSLContext dsl = SqlTx.dsl(tx);
        List<Record> read = List.copyOf(dsl.select(COLUMNS)
                .from(JOURNAL)
                .where(task == null ? Tenant.is(scope) : TaskColumns.is(task))
                .and(page.after() == null ? noCondition() : SEQ.lt(Long.valueOf(page.after())))
                .orderBy(SEQ.desc())
                .limit(page.limit() + 1)
                .fetch());
        Set<Long> undone = dsl.select(UNDOES)
                .from(JOURNAL)
                .where(Tenant.is(scope))
                .and(UNDOES.in(read.stream().map(row -> row.get(SEQ)).toList()))
                .fetchSet(UNDOES);
        return Page.cut(read, page.limit(), row -> String.valueOf(row.get(SEQ))).map(row -> line(row, undone));
    }

    @Override
    public void clear(Tx tx, TaskKey task) {
        SqlTx.dsl(tx).deleteFrom(JOURNAL).where(TaskColumns.is(task)).execute();
    }

    private static long next(Tx tx, AccountRegion scope) {
        Long last = SqlTx.dsl(tx)
                .select(max(SEQ))
                .from(JOURNAL)
                .where(Tenant.is(scope))
                .fetchOne(max(SEQ));
        return last == null ? 1 : last + 1;
    }

    private static JournalLine line(Record row, Set<Long> undone) {
        var entry = new JournalEntry(
                TaskColumns.task(row),
                row.get(SUBJECT_ID),
                row.get(ACTION_NAME),
                row.get(ACTOR),
                row.get(ROLE_ARN),
                Instant.ofEpochMilli(row.get(AT)),
                ChangeJson.read(MAPPER.readTree(row.get(CHANGE))),
                row.get(UNDOES));
        return new JournalLine(row.get(SEQ), entry, undone.contains(row.get(SEQ)));
    }
}
