// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;

import io.fleetward.application.events.delivery.QueuedEvent;
import io.fleetward.application.events.delivery.TargetLane;
import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The columns that several tables of events have. */
final class EventColumns {
    static final Field<Long> SEQ = number("seq");
    static final Field<String> BUS = text("bus");
    static final Field<String> RULE = text("rule");
    static final Field<String> TARGET = text("target");
    static final Field<String> EVENT_ID = text("event_id");
    static final Field<String> EVENT = text("event");
    static final Field<Integer> HOPS = integer("hops");
    static final Field<Long> PUT_AT = number("put_at");

    static final List<Field<?>> OF_EVENT = List.of(ACCOUNT, REGION, BUS, EVENT_ID, EVENT, HOPS, PUT_AT);

    private EventColumns() {}

    /** What the columns {@link #OF_EVENT} hold, and what those after them do. */
    static Object[] values(QueuedEvent event, Object... more) {
        Map<Field<?>, Object> row = row(event);
        return joined(OF_EVENT.stream().map(row::get).toArray(), more);
    }

    /** What the columns of a lane hold (account, region, bus, rule, target), and what those after them do. */
    static Object[] values(TargetLane lane, @Nullable Object... more) {
        RuleKey rule = lane.rule();
        Object[] values = {
            rule.scope().account().value(), rule.scope().region().value(), rule.bus(), rule.name(), lane.target()
        };
        return joined(values, more);
    }

    /** The columns {@link #OF_EVENT} and others after them. */
    static List<Field<?>> ofEvent(Field<?>... more) {
        return Stream.concat(OF_EVENT.stream(), Stream.of(more)).toList();
    }

    static Map<Field<?>, Object> row(QueuedEvent event) {
        var row = new HashMap<Field<?>, Object>(Tenant.row(event.scope()));
        row.put(BUS, event.bus());
        row.put(EVENT_ID, event.id());
        row.put(EVENT, event.text());
        row.put(HOPS, event.hops());
        row.put(PUT_AT, event.putAt().toEpochMilli());
        return row;
    }

    static QueuedEvent event(Record row) {
        return new QueuedEvent(
                Tenant.of(row),
                row.get(BUS),
                row.get(EVENT_ID),
                row.get(EVENT),
                row.get(HOPS),
                Instant.ofEpochMilli(row.get(PUT_AT)));
    }

    static TargetLane lane(Record row) {
        return new TargetLane(new RuleKey(Tenant.of(row), row.get(BUS), row.get(RULE)), row.get(TARGET));
    }

    private static Object[] joined(Object[] values, @Nullable Object[] more) {
        Object[] all = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return all;
    }

    /** Removes all rows of the lane but the newest. */
    static void prune(DSLContext dsl, Table<Record> table, TargetLane lane, int most) {
        Condition where = is(lane);
        Long newestToGo = dsl.select(SEQ)
                .from(table)
                .where(where)
                .orderBy(SEQ.desc())
                .limit(1)
                .offset(most)
                .fetchOne(SEQ);
        if (newestToGo != null) {
            dsl.deleteFrom(table).where(where.and(SEQ.le(newestToGo))).execute();
        }
    }

    static Condition is(TargetLane lane) {
        return Tenant.is(lane.rule().scope())
                .and(BUS.eq(lane.rule().bus()))
                .and(RULE.eq(lane.rule().name()))
                .and(TARGET.eq(lane.target()));
    }
}
