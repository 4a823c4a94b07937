// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.events.archive.Archive;
import io.fleetward.application.events.archive.Archive.Holding;
import io.fleetward.application.events.archive.Archive.Size;
import io.fleetward.application.events.archive.Archives;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code event_archive}. Thread-safe. */
public final class JdbcArchives implements Archives {
    static final Table<Record> EVENT_ARCHIVE = table(name("event_archive"));
    static final Field<String> ID = text("id");
    private static final Field<String> NAME = text("name");
    private static final Field<String> BUS = text("bus");
    private static final Field<String> DESCRIPTION = text("description");
    private static final Field<String> PATTERN = text("pattern");
    private static final Field<Integer> RETENTION_DAYS = integer("retention_days");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> EVENTS = number("events");
    private static final Field<Long> BYTES = number("bytes");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, NAME, ID, BUS, DESCRIPTION, PATTERN, RETENTION_DAYS, CREATED_AT, EVENTS, BYTES);

    @Override
    public @Nullable Holding find(Tx tx, AccountRegion scope, String name) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(EVENT_ARCHIVE)
                .where(Tenant.is(scope).and(NAME.eq(name)))
                .fetchOne(JdbcArchives::holding);
    }

    @Override
    public void put(Tx tx, Archive archive) {
        SqlTx.dsl(tx)
                .insertInto(EVENT_ARCHIVE)
                .set(Tenant.row(archive.scope()))
                .set(NAME, archive.name())
                .set(ID, archive.id())
                .set(BUS, archive.bus())
                .set(DESCRIPTION, archive.description())
                .set(PATTERN, archive.pattern())
                .set(RETENTION_DAYS, archive.retentionDays())
                .set(CREATED_AT, archive.createdAt().toEpochMilli())
                .set(EVENTS, 0L)
                .set(BYTES, 0L)
                .onConflict(ACCOUNT, REGION, NAME)
                .doUpdate()
                .set(DESCRIPTION, archive.description())
                .set(PATTERN, archive.pattern())
                .set(RETENTION_DAYS, archive.retentionDays())
                .execute();
    }

    @Override
    public void remove(Tx tx, Archive archive) {
        SqlTx.dsl(tx).deleteFrom(EVENT_ARCHIVE).where(is(archive)).execute();
    }

    @Override
    public List<Holding> all(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(EVENT_ARCHIVE)
                .where(Tenant.is(scope))
                .orderBy(NAME)
                .fetch(JdbcArchives::holding);
    }

    @Override
    public List<Holding> all(Tx tx) {
        return SqlTx.dsl(tx).select(COLUMNS).from(EVENT_ARCHIVE).fetch(JdbcArchives::holding);
    }

    @Override
    public Size count(Tx tx, Archive archive, Size more) {
        SqlTx.dsl(tx)
                .update(EVENT_ARCHIVE)
                .set(EVENTS, EVENTS.plus(more.events()))
                .set(BYTES, BYTES.plus(more.bytes()))
                .where(is(archive))
                .execute();
        Size size = SqlTx.dsl(tx)
                .select(EVENTS, BYTES)
                .from(EVENT_ARCHIVE)
                .where(is(archive))
                .fetchOne(row -> new Size(row.get(EVENTS), row.get(BYTES)));
        return size == null ? Size.NONE : size;
    }

    private static Condition is(Archive archive) {
        return Tenant.is(archive.scope()).and(NAME.eq(archive.name())).and(ID.eq(archive.id()));
    }

    private static Holding holding(Record row) {
        var archive = new Archive(
                Tenant.of(row),
                row.get(ID),
                row.get(NAME),
                row.get(BUS),
                row.get(DESCRIPTION),
                row.get(PATTERN),
                row.get(RETENTION_DAYS),
                Instant.ofEpochMilli(row.get(CREATED_AT)));
        return new Holding(archive, new Size(row.get(EVENTS), row.get(BYTES)));
    }
}
