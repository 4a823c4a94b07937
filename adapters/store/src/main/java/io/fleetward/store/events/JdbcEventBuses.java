// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.events.EventBus;
import io.fleetward.application.events.EventBuses;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code event_bus}. Thread-safe. */
public final class JdbcEventBuses implements EventBuses {
    private static final Table<Record> EVENT_BUS = table(name("event_bus"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> DESCRIPTION = text("description");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final List<Field<?>> COLUMNS = List.of(ACCOUNT, REGION, NAME, DESCRIPTION, CREATED_AT);

    @Override
    public @Nullable EventBus find(Tx tx, AccountRegion scope, String name) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(EVENT_BUS)
                .where(Tenant.is(scope).and(NAME.eq(name)))
                .fetchOne(JdbcEventBuses::bus);
    }

    @Override
    public void add(Tx tx, EventBus bus) {
        Instant createdAt = Objects.requireNonNull(bus.createdAt(), "the default bus is not stored");
        SqlTx.dsl(tx)
                .insertInto(EVENT_BUS)
                .set(Tenant.row(bus.scope()))
                .set(NAME, bus.name())
                .set(DESCRIPTION, bus.description())
                .set(CREATED_AT, createdAt.toEpochMilli())
                .execute();
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String name) {
        SqlTx.dsl(tx)
                .deleteFrom(EVENT_BUS)
                .where(Tenant.is(scope).and(NAME.eq(name)))
                .execute();
    }

    @Override
    public List<EventBus> all(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(EVENT_BUS)
                .where(Tenant.is(scope))
                .orderBy(NAME)
                .fetch(JdbcEventBuses::bus);
    }

    private static EventBus bus(Record row) {
        return new EventBus(
                Tenant.of(row), row.get(NAME), row.get(DESCRIPTION), Instant.ofEpochMilli(row.get(CREATED_AT)));
    }
}
