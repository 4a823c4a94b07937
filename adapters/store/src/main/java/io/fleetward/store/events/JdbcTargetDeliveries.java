// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.events.EventColumns.BUS;
import static io.fleetward.store.events.EventColumns.OF_EVENT;
import static io.fleetward.store.events.EventColumns.RULE;
import static io.fleetward.store.events.EventColumns.SEQ;
import static io.fleetward.store.events.EventColumns.TARGET;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.events.delivery.QueuedEvent;
import io.fleetward.application.events.delivery.TargetDeliveries;
import io.fleetward.application.events.delivery.TargetDelivery;
import io.fleetward.application.events.delivery.TargetLane;
import io.fleetward.application.store.Tx;
import io.fleetward.store.RowBatch;
import io.fleetward.store.SqlTx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code event_delivery}. Thread-safe. */
public final class JdbcTargetDeliveries implements TargetDeliveries {
    private static final Table<Record> EVENT_DELIVERY = table(name("event_delivery"));
    private static final Field<Integer> ATTEMPTS = integer("attempts");
    private static final Field<Long> DUE_AT = number("due_at");
    private static final List<Field<?>> COLUMNS = EventColumns.ofEvent(RULE, TARGET, ATTEMPTS, DUE_AT);
    private static final RowBatch INSERT = RowBatch.insert(EVENT_DELIVERY, COLUMNS);

    @Override
    public void add(Tx tx, Map<QueuedEvent, List<TargetLane>> events, Instant dueAt) {
        List<Object[]> rows = new ArrayList<>();
        events.forEach((event, lanes) -> lanes.forEach(lane ->
                rows.add(EventColumns.values(event, lane.rule().name(), lane.target(), 0, dueAt.toEpochMilli()))));
        INSERT.execute(SqlTx.dsl(tx), rows);
    }

    @Override
    public List<TargetDelivery> due(Tx tx, TargetLane lane, Instant now, int limit) {
        return SqlTx.dsl(tx)
                .select(SEQ, ATTEMPTS)
                .select(OF_EVENT)
                .from(EVENT_DELIVERY)
                .where(EventColumns.is(lane))
                .and(DUE_AT.le(now.toEpochMilli()))
                .orderBy(DUE_AT, SEQ)
                .limit(limit)
                .fetch(row -> new TargetDelivery(row.get(SEQ), lane, EventColumns.event(row), row.get(ATTEMPTS)));
    }

    @Override
    public @Nullable Instant nextDue(Tx tx, TargetLane lane) {
        Long next = SqlTx.dsl(tx)
                .select(min(DUE_AT))
                .from(EVENT_DELIVERY)
                .where(EventColumns.is(lane))
                .fetchSingle()
                .value1();
        return next == null ? null : Instant.ofEpochMilli(next);
    }

    @Override
    public List<TargetLane> lanes(Tx tx) {
        return SqlTx.dsl(tx)
                .selectDistinct(ACCOUNT, REGION, BUS, RULE, TARGET)
                .from(EVENT_DELIVERY)
                .fetch(EventColumns::lane);
    }

    @Override
    public void remove(Tx tx, Collection<Long> sequences) {
        SqlTx.dsl(tx).deleteFrom(EVENT_DELIVERY).where(SEQ.in(sequences)).execute();
    }

    @Override
    public void postpone(Tx tx, TargetDelivery delivery, Instant dueAt) {
        SqlTx.dsl(tx)
                .update(EVENT_DELIVERY)
                .set(ATTEMPTS, delivery.attempts() + 1)
                .set(DUE_AT, dueAt.toEpochMilli())
                .where(SEQ.eq(delivery.sequence()))
                .execute();
    }

    @Override
    public void clear(Tx tx, TargetLane lane) {
        SqlTx.dsl(tx).deleteFrom(EVENT_DELIVERY).where(EventColumns.is(lane)).execute();
    }
}
