// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static io.fleetward.store.events.EventColumns.EVENT;
import static io.fleetward.store.events.EventColumns.EVENT_ID;
import static io.fleetward.store.events.EventColumns.PUT_AT;
import static io.fleetward.store.events.EventColumns.SEQ;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.events.archive.Archive;
import io.fleetward.application.events.archive.Archive.Size;
import io.fleetward.application.events.archive.ArchivedEvent;
import io.fleetward.application.events.archive.ArchivedEvents;
import io.fleetward.application.store.Tx;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The table {@code event_archived}. Thread-safe. */
public final class JdbcArchivedEvents implements ArchivedEvents {
    private static final Table<Record> EVENT_ARCHIVED = table(name("event_archived"));
    private static final Field<String> ARCHIVE_ID = text("archive_id");
    private static final Field<Long> BYTES = number("bytes");
    private static final Field<Long> OCCURRED_AT = number("occurred_at");

    @Override
    public void add(Tx tx, Archive archive, ArchivedEvent event) {
        SqlTx.dsl(tx)
                .insertInto(EVENT_ARCHIVED)
                .set(Tenant.row(archive.scope()))
                .set(ARCHIVE_ID, archive.id())
                .set(EVENT_ID, event.id())
                .set(EVENT, event.text())
                .set(BYTES, event.size().bytes())
                .set(OCCURRED_AT, event.occurredAt().toEpochMilli())
                .set(PUT_AT, event.putAt().toEpochMilli())
                .execute();
    }

    @Override
    public List<Placed> after(Tx tx, String archiveId, Position position, Instant until, int limit) {
        long reached = position.occurredAt().toEpochMilli();
        Condition isLater = OCCURRED_AT.gt(reached).or(OCCURRED_AT.eq(reached).and(SEQ.gt(position.sequence())));
        return SqlTx.dsl(tx)
                .select(SEQ, EVENT_ID, EVENT, OCCURRED_AT, PUT_AT)
                .from(EVENT_ARCHIVED)
                .where(ARCHIVE_ID.eq(archiveId))
                .and(OCCURRED_AT.ge(reached))
                .and(OCCURRED_AT.le(until.toEpochMilli()))
                .and(isLater)
                .orderBy(OCCURRED_AT, SEQ)
                .limit(limit)
                .fetch(JdbcArchivedEvents::placed);
    }

    @Override
    public Size removeBefore(Tx tx, Archive archive, Instant putBefore, int limit) {
        var rows = SqlTx.dsl(tx)
                .select(SEQ, BYTES)
                .from(EVENT_ARCHIVED)
                .where(ARCHIVE_ID.eq(archive.id()))
                .and(putBefore.equals(Instant.MAX) ? noCondition() : PUT_AT.lt(putBefore.toEpochMilli()))
                .orderBy(PUT_AT, SEQ)
                .limit(limit)
                .fetch();
        SqlTx.dsl(tx)
                .deleteFrom(EVENT_ARCHIVED)
                .where(SEQ.in(rows.getValues(SEQ)))
                .execute();
        return new Size(
                rows.size(), rows.stream().mapToLong(row -> row.get(BYTES)).sum());
    }

    @Override
    public int removeOrphans(Tx tx, int limit) {
        return SqlTx.dsl(tx)
                .deleteFrom(EVENT_ARCHIVED)
                .where(SEQ.in(select(SEQ)
                        .from(EVENT_ARCHIVED)
                        .where(ARCHIVE_ID.notIn(select(JdbcArchives.ID).from(JdbcArchives.EVENT_ARCHIVE)))
                        .limit(limit)))
                .execute();
    }

    private static Placed placed(Record row) {
        Instant occurredAt = Instant.ofEpochMilli(row.get(OCCURRED_AT));
        var event =
                new ArchivedEvent(row.get(EVENT_ID), row.get(EVENT), occurredAt, Instant.ofEpochMilli(row.get(PUT_AT)));
        return new Placed(new Position(occurredAt, row.get(SEQ)), event);
    }
}
