// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.standard.ControlWork;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code control_work}. Thread-safe. */
public final class JdbcControlWork implements ControlWork {
    private static final Table<Record> WORK = table(name("control_work"));
    private static final Field<Long> SEQUENCE = number("sequence");
    private static final Field<String> CONTROL_ID = text("control_id");
    private static final Field<String> RESOURCE_NAME = text("resource_name");
    private static final Field<Long> STARTED_AT = number("started_at");
    private static final Field<String> JUDGED_UP_TO = text("judged_up_to");

    @Override
    public void add(Tx tx, AccountRegion scope, String control, @Nullable String resource) {
        SqlTx.dsl(tx)
                .insertInto(WORK)
                .set(Tenant.row(scope))
                .set(CONTROL_ID, control)
                .set(RESOURCE_NAME, resource)
                .execute();
    }

    @Override
    public List<Item> waiting(Tx tx, AccountRegion scope, int limit) {
        return SqlTx.dsl(tx)
                .select(SEQUENCE, CONTROL_ID, RESOURCE_NAME, STARTED_AT, JUDGED_UP_TO)
                .from(WORK)
                .where(Tenant.is(scope))
                .orderBy(SEQUENCE)
                .limit(limit)
                .fetch(JdbcControlWork::item);
    }

    @Override
    public void advance(Tx tx, AccountRegion scope, long sequence, Progress progress) {
        SqlTx.dsl(tx)
                .update(WORK)
                .set(STARTED_AT, progress.startedAt().toEpochMilli())
                .set(JUDGED_UP_TO, progress.judgedUpTo())
                .where(Tenant.is(scope).and(SEQUENCE.eq(sequence)))
                .execute();
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, Collection<Long> sequences) {
        SqlTx.dsl(tx)
                .deleteFrom(WORK)
                .where(Tenant.is(scope).and(SEQUENCE.in(sequences)))
                .execute();
    }

    @Override
    public List<AccountRegion> scopesWaiting(Tx tx) {
        return SqlTx.dsl(tx)
                .selectDistinct(ACCOUNT, REGION)
                .from(WORK)
                .orderBy(ACCOUNT, REGION)
                .fetch(Tenant::of);
    }

    private static Item item(Record row) {
        Long startedAt = row.get(STARTED_AT);
        Progress progress =
                startedAt == null ? null : new Progress(Instant.ofEpochMilli(startedAt), row.get(JUDGED_UP_TO));
        return new Item(row.get(SEQUENCE), row.get(CONTROL_ID), row.get(RESOURCE_NAME), progress);
    }
}
