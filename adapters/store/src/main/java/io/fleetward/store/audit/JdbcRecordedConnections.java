// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.fleetward.application.audit.connection.ConnectionOrder;
import io.fleetward.application.audit.connection.RecordedConnections;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.view.PastConnection;
import io.fleetward.audit.view.TimeSpan;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.RowBatch;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tables {@code client_connection} and {@code connection_recording}. Thread-safe. */
public final class JdbcRecordedConnections implements RecordedConnections {
    private static final Table<Record> CONNECTION = table(name("client_connection"));
    private static final Field<String> PRINCIPAL = text("principal");
    private static final Field<Long> CONNECTED_AT = number("connected_at");
    private static final Field<String> CLIENT_ID = text("client_id");
    private static final Field<Long> ENDED_AT = number("ended_at");
    private static final Field<String> END_REASON = text("end_reason");
    private static final Field<String> SOURCE_IP = text("source_ip");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, PRINCIPAL, CONNECTED_AT, CLIENT_ID, ENDED_AT, END_REASON, SOURCE_IP);
    private static final RowBatch UPSERT = RowBatch.insert(
            CONNECTION,
            COLUMNS,
            insert -> insert.onConflict(ACCOUNT, REGION, PRINCIPAL, CONNECTED_AT, CLIENT_ID)
                    .doUpdate()
                    .set(ENDED_AT, excluded(ENDED_AT))
                    .set(END_REASON, excluded(END_REASON)));
    private static final RowBatch REMOVE = RowBatch.each(dsl -> dsl.deleteFrom(CONNECTION)
            .where(ACCOUNT.eq("").and(REGION.eq("")).and(PRINCIPAL.eq("")))
            .and(CONNECTED_AT.eq(0L).and(CLIENT_ID.eq(""))));

    private static final Table<Record> RECORDING = table(name("connection_recording"));
    private static final Field<Long> SINCE = number("since");
    private static final Field<Long> SEEN_AT = number("seen_at");

    private static final long OPEN = -1;

    @Override
    public void save(Tx tx, List<PastConnection> connections) {
        UPSERT.execute(
                SqlTx.dsl(tx),
                connections.stream().map(JdbcRecordedConnections::values).toList());
    }

    @Override
    public Page<PastConnection> list(Tx tx, AccountRegion scope, Order order, TimeSpan span, PageRequest page) {
        Field<String> first = order == Order.BY_PRINCIPAL ? PRINCIPAL : CLIENT_ID;
        Field<String> second = order == Order.BY_PRINCIPAL ? CLIENT_ID : PRINCIPAL;
        List<PastConnection> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(CONNECTION)
                .where(Tenant.is(scope).and(isWithin(span)))
                .and(isAfter(page.after(), first, second))
                .orderBy(first, CONNECTED_AT, second)
                .limit(page.limit() + 1)
                .fetch(JdbcRecordedConnections::connection);
        return Page.cut(
                read,
                page.limit(),
                connection -> ConnectionOrder.of(order, connection).key());
    }

    @Override
    public Page<PastConnection> latest(Tx tx, AccountRegion scope, Selection selection, PageRequest page) {
        List<PastConnection> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(CONNECTION)
                .where(Tenant.is(scope).and(isWithin(selection.span())).and(isSelected(selection)))
                .and(isBefore(page.after()))
                .orderBy(CONNECTED_AT.desc(), CLIENT_ID, PRINCIPAL)
                .limit(page.limit() + 1)
                .fetch(JdbcRecordedConnections::connection);
        return Page.cut(
                read,
                page.limit(),
                connection -> ConnectionOrder.of(Order.BY_CLIENT, connection).key());
    }

    @Override
    public void endOpen(Tx tx, Instant at) {
        SqlTx.dsl(tx)
                .update(CONNECTION)
                .set(ENDED_AT, greatest(CONNECTED_AT, val(at.toEpochMilli())))
                .where(ENDED_AT.eq(OPEN))
                .execute();
    }

    @Override
    public int removeEndedBefore(Tx tx, Instant cutoff, int limit) {
        DSLContext dsl = SqlTx.dsl(tx);
        List<Object[]> old = dsl.select(List.of(ACCOUNT, REGION, PRINCIPAL, CONNECTED_AT, CLIENT_ID))
                .from(CONNECTION)
                .where(ENDED_AT.gt(OPEN).and(ENDED_AT.lt(cutoff.toEpochMilli())))
                .limit(limit)
                .fetch()
                .map(Record::intoArray);
        REMOVE.execute(dsl, old);
        return old.size();
    }

    @Override
    public void trim(Tx tx, AccountRegion scope, int keep) {
        DSLContext dsl = SqlTx.dsl(tx);
        Long newestGone = dsl.select(CONNECTED_AT)
                .from(CONNECTION)
                .where(Tenant.is(scope))
                .orderBy(CONNECTED_AT.desc())
                .limit(1)
                .offset(keep)
                .fetchOne(CONNECTED_AT);
        if (newestGone != null) {
            dsl.deleteFrom(CONNECTION)
                    .where(Tenant.is(scope).and(CONNECTED_AT.le(newestGone)))
                    .execute();
        }
    }

    @Override
    public @Nullable Recording recording(Tx tx) {
        return SqlTx.dsl(tx)
                .select(SINCE, SEEN_AT)
                .from(RECORDING)
                .fetchOne(found -> new Recording(
                        Instant.ofEpochMilli(found.get(SINCE)), Instant.ofEpochMilli(found.get(SEEN_AT))));
    }

    @Override
    public void putRecording(Tx tx, Recording recording) {
        SqlTx.dsl(tx)
                .insertInto(RECORDING)
                .set(SINCE, recording.since().toEpochMilli())
                .set(SEEN_AT, recording.seenAt().toEpochMilli())
                .onConflict(SINCE)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    private static Condition isWithin(TimeSpan span) {
        return CONNECTED_AT
                .lt(span.to().toEpochMilli())
                .and(ENDED_AT.eq(OPEN).or(ENDED_AT.ge(span.from().toEpochMilli())));
    }

    private static Condition isAfter(@Nullable String key, Field<String> first, Field<String> second) {
        if (key == null) {
            return noCondition();
        }
        ConnectionOrder last = ConnectionOrder.parse(key);
        return row(first, CONNECTED_AT, second).gt(last.first(), last.connectedAt(), last.second());
    }

    private static Condition isSelected(Selection selection) {
        Condition client = selection.clientId() == null ? noCondition() : CLIENT_ID.eq(selection.clientId());
        return selection.isOpenOnly() ? client.and(ENDED_AT.eq(OPEN)) : client;
    }

    /** Further down a list that begins with the newest. */
    private static Condition isBefore(@Nullable String key) {
        if (key == null) {
            return noCondition();
        }
        ConnectionOrder last = ConnectionOrder.parse(key);
        return CONNECTED_AT
                .lt(last.connectedAt())
                .or(CONNECTED_AT
                        .eq(last.connectedAt())
                        .and(row(CLIENT_ID, PRINCIPAL).gt(last.first(), last.second())));
    }

    private static Object[] values(PastConnection connection) {
        Instant endedAt = connection.endedAt();
        return new Object[] {
            connection.scope().account().value(),
            connection.scope().region().value(),
            connection.principalId(),
            connection.connectedAt().toEpochMilli(),
            connection.clientId(),
            endedAt == null ? OPEN : endedAt.toEpochMilli(),
            connection.endReason(),
            connection.sourceIp()
        };
    }

    private static PastConnection connection(Record row) {
        long endedAt = row.get(ENDED_AT);
        return new PastConnection(
                Tenant.of(row),
                row.get(CLIENT_ID),
                row.get(PRINCIPAL),
                Instant.ofEpochMilli(row.get(CONNECTED_AT)),
                endedAt == OPEN ? null : Instant.ofEpochMilli(endedAt),
                row.get(END_REASON),
                row.get(SOURCE_IP));
    }
}
