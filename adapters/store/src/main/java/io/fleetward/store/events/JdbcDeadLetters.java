// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static io.fleetward.store.events.EventColumns.OF_EVENT;
import static io.fleetward.store.events.EventColumns.RULE;
import static io.fleetward.store.events.EventColumns.SEQ;
import static io.fleetward.store.events.EventColumns.TARGET;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.events.delivery.DeadLetter;
import io.fleetward.application.events.delivery.DeadLetters;
import io.fleetward.application.store.Tx;
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

/** The table {@code event_dead_letter}. Thread-safe. */
public final class JdbcDeadLetters implements DeadLetters {
    private static final Table<Record> EVENT_DEAD_LETTER = table(name("event_dead_letter"));
    private static final Field<String> TARGET_ARN = text("target_arn");
    private static final Field<String> CODE = text("code");
    private static final Field<String> REASON = text("reason");
    private static final Field<String> EXHAUSTED = text("exhausted");
    private static final Field<Integer> ATTEMPTS = integer("attempts");
    private static final Field<Long> DIED_AT = number("died_at");

    @Override
    public void add(Tx tx, List<DeadLetter> letters) {
        for (DeadLetter letter : letters) {
            SqlTx.dsl(tx)
                    .insertInto(EVENT_DEAD_LETTER)
                    .set(EventColumns.row(letter.event()))
                    .set(RULE, letter.lane().rule().name())
                    .set(TARGET, letter.lane().target())
                    .set(TARGET_ARN, letter.targetArn())
                    .set(CODE, letter.code())
                    .set(REASON, letter.reason())
                    .set(EXHAUSTED, letter.exhausted())
                    .set(ATTEMPTS, letter.attempts())
                    .set(DIED_AT, letter.diedAt().toEpochMilli())
                    .execute();
        }
        prune(tx, Tenant.is(letters.getFirst().lane().rule().scope()));
    }

    @Override
    public Page<DeadLetter> list(Tx tx, AccountRegion scope, PageRequest page) {
        Condition where = Tenant.is(scope);
        String after = page.after();
        List<Record> rows = SqlTx.dsl(tx)
                .select(SEQ, RULE, TARGET, TARGET_ARN, CODE, REASON, EXHAUSTED, ATTEMPTS, DIED_AT)
                .select(OF_EVENT)
                .from(EVENT_DEAD_LETTER)
                .where(after == null ? where : where.and(SEQ.lt(Long.parseLong(after))))
                .orderBy(SEQ.desc())
                .limit(page.limit() + 1)
                .fetch(row -> row);
        return Page.cut(rows, page.limit(), row -> row.get(SEQ).toString()).map(JdbcDeadLetters::letter);
    }

    private static void prune(Tx tx, Condition where) {
        Long newestToGo = SqlTx.dsl(tx)
                .select(SEQ)
                .from(EVENT_DEAD_LETTER)
                .where(where)
                .orderBy(SEQ.desc())
                .limit(1)
                .offset(MOST)
                .fetchOne(SEQ);
        if (newestToGo != null) {
            SqlTx.dsl(tx)
                    .deleteFrom(EVENT_DEAD_LETTER)
                    .where(where.and(SEQ.le(newestToGo)))
                    .execute();
        }
    }

    private static DeadLetter letter(Record row) {
        return new DeadLetter(
                EventColumns.lane(row),
                row.get(TARGET_ARN),
                EventColumns.event(row),
                row.get(CODE),
                row.get(REASON),
                row.get(EXHAUSTED),
                row.get(ATTEMPTS),
                Instant.ofEpochMilli(row.get(DIED_AT)));
    }
}
