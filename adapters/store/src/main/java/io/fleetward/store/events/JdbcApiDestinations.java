// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.events.destination.ApiDestination;
import io.fleetward.application.events.destination.ApiDestinations;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code event_api_destination}. Thread-safe. */
public final class JdbcApiDestinations implements ApiDestinations {
    private static final Table<Record> EVENT_API_DESTINATION = table(name("event_api_destination"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> ID = text("id");
    private static final Field<String> DESCRIPTION = text("description");
    private static final Field<String> CONNECTION_ARN = text("connection_arn");
    private static final Field<String> ENDPOINT = text("endpoint");
    private static final Field<String> METHOD = text("method");
    private static final Field<Integer> PER_SECOND = integer("per_second");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> MODIFIED_AT = number("modified_at");

    @Override
    public @Nullable ApiDestination find(Tx tx, AccountRegion scope, String name) {
        return select(tx, Tenant.is(scope).and(NAME.eq(name))).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public void put(Tx tx, ApiDestination destination) {
        var values = new HashMap<Field<?>, Object>();
        values.put(ID, destination.id());
        values.put(DESCRIPTION, destination.description());
        values.put(CONNECTION_ARN, destination.connectionArn());
        values.put(ENDPOINT, destination.endpoint());
        values.put(METHOD, destination.method());
        values.put(PER_SECOND, destination.perSecond());
        values.put(CREATED_AT, destination.createdAt().toEpochMilli());
        values.put(MODIFIED_AT, destination.modifiedAt().toEpochMilli());
        SqlTx.dsl(tx)
                .insertInto(EVENT_API_DESTINATION)
                .set(Tenant.row(destination.scope()))
                .set(NAME, destination.name())
                .set(values)
                .onConflict(ACCOUNT, REGION, NAME)
                .doUpdate()
                .set(values)
                .execute();
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String name) {
        SqlTx.dsl(tx)
                .deleteFrom(EVENT_API_DESTINATION)
                .where(Tenant.is(scope).and(NAME.eq(name)))
                .execute();
    }

    @Override
    public List<ApiDestination> all(Tx tx, AccountRegion scope) {
        return select(tx, Tenant.is(scope));
    }

    private static List<ApiDestination> select(Tx tx, Condition where) {
        return SqlTx.dsl(tx)
                .select(
                        ACCOUNT,
                        REGION,
                        NAME,
                        ID,
                        DESCRIPTION,
                        CONNECTION_ARN,
                        ENDPOINT,
                        METHOD,
                        PER_SECOND,
                        CREATED_AT,
                        MODIFIED_AT)
                .from(EVENT_API_DESTINATION)
                .where(where)
                .orderBy(NAME)
                .fetch(JdbcApiDestinations::destination);
    }

    private static ApiDestination destination(Record row) {
        return new ApiDestination(
                Tenant.of(row),
                row.get(NAME),
                row.get(ID),
                row.get(DESCRIPTION),
                row.get(CONNECTION_ARN),
                row.get(ENDPOINT),
                row.get(METHOD),
                row.get(PER_SECOND),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(MODIFIED_AT)));
    }
}
