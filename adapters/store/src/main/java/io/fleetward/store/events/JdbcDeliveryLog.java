// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static io.fleetward.store.events.EventColumns.BUS;
import static io.fleetward.store.events.EventColumns.EVENT_ID;
import static io.fleetward.store.events.EventColumns.RULE;
import static io.fleetward.store.events.EventColumns.SEQ;
import static io.fleetward.store.events.EventColumns.TARGET;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.events.delivery.DeliveryAttempt;
import io.fleetward.application.events.delivery.DeliveryLog;
import io.fleetward.application.events.delivery.TargetLane;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.RowBatch;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The table {@code event_attempt}. Thread-safe. */
public final class JdbcDeliveryLog implements DeliveryLog {
    private static final Table<Record> EVENT_ATTEMPT = table(name("event_attempt"));
    private static final Field<Integer> NUMBER = integer("number");
    private static final Field<String> RESULT = text("result");
    private static final Field<String> DETAIL = text("detail");
    private static final Field<Long> AT = number("at");
    private static final Field<Long> MILLIS = number("millis");
    private static final List<Field<?>> COLUMNS =
            List.of(Tenant.ACCOUNT, Tenant.REGION, BUS, RULE, TARGET, EVENT_ID, NUMBER, RESULT, DETAIL, AT, MILLIS);
    private static final RowBatch INSERT = RowBatch.insert(EVENT_ATTEMPT, COLUMNS);

    @Override
    public void add(Tx tx, TargetLane lane, List<DeliveryAttempt> attempts) {
        DSLContext dsl = SqlTx.dsl(tx);
        INSERT.execute(
                dsl, attempts.stream().map(attempt -> values(lane, attempt)).toList());
        EventColumns.prune(dsl, EVENT_ATTEMPT, lane, MOST);
    }

    @Override
    public Page<DeliveryAttempt> list(Tx tx, TargetLane lane, PageRequest page) {
        Condition where = EventColumns.is(lane);
        String after = page.after();
        List<Record> rows = SqlTx.dsl(tx)
                .select(SEQ, EVENT_ID, NUMBER, RESULT, DETAIL, AT, MILLIS)
                .from(EVENT_ATTEMPT)
                .where(after == null ? where : where.and(SEQ.lt(Long.parseLong(after))))
                .orderBy(SEQ.desc())
                .limit(page.limit() + 1)
                .fetch(row -> row);
        return Page.cut(rows, page.limit(), row -> row.get(SEQ).toString()).map(JdbcDeliveryLog::attempt);
    }

    @Override
    public void clear(Tx tx, TargetLane lane) {
        SqlTx.dsl(tx).deleteFrom(EVENT_ATTEMPT).where(EventColumns.is(lane)).execute();
    }

    private static Object[] values(TargetLane lane, DeliveryAttempt attempt) {
        return EventColumns.values(
                lane,
                attempt.eventId(),
                attempt.number(),
                attempt.result().name(),
                attempt.detail(),
                attempt.at().toEpochMilli(),
                attempt.duration().toMillis());
    }

    private static DeliveryAttempt attempt(Record row) {
        return new DeliveryAttempt(
                row.get(EVENT_ID),
                row.get(NUMBER),
                DeliveryAttempt.Result.valueOf(row.get(RESULT)),
                row.get(DETAIL),
                Instant.ofEpochMilli(row.get(AT)),
                Duration.ofMillis(row.get(MILLIS)));
    }
}
