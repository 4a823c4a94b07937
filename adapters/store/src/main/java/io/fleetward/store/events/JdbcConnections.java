// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.events.destination.Connection;
import io.fleetward.application.events.destination.Connections;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import io.fleetward.store.secret.SecretCipher;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code event_connection}; what is secret in it stands under the master key. Thread-safe. */
public final class JdbcConnections implements Connections {
    private static final Table<Record> EVENT_CONNECTION = table(name("event_connection"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> ID = text("id");
    private static final Field<String> DESCRIPTION = text("description");
    private static final Field<String> SEALED = text("sealed");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> MODIFIED_AT = number("modified_at");

    private final SecretCipher cipher;

    public JdbcConnections(SecretCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public @Nullable Connection find(Tx tx, AccountRegion scope, String name) {
        return select(tx, Tenant.is(scope).and(NAME.eq(name))).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public void put(Tx tx, Connection connection) {
        var values = new HashMap<Field<?>, Object>();
        values.put(ID, connection.id());
        values.put(DESCRIPTION, connection.description());
        values.put(
                SEALED,
                cipher.seal(
                        ConnectionText.write(connection.authorization(), connection.parameters()),
                        connection.arn().toString()));
        values.put(CREATED_AT, connection.createdAt().toEpochMilli());
        values.put(MODIFIED_AT, connection.modifiedAt().toEpochMilli());
        SqlTx.dsl(tx)
                .insertInto(EVENT_CONNECTION)
                .set(Tenant.row(connection.scope()))
                .set(NAME, connection.name())
                .set(values)
                .onConflict(ACCOUNT, REGION, NAME)
                .doUpdate()
                .set(values)
                .execute();
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String name) {
        SqlTx.dsl(tx)
                .deleteFrom(EVENT_CONNECTION)
                .where(Tenant.is(scope).and(NAME.eq(name)))
                .execute();
    }

    @Override
    public List<Connection> all(Tx tx, AccountRegion scope) {
        return select(tx, Tenant.is(scope));
    }

    private List<Connection> select(Tx tx, Condition where) {
        return SqlTx.dsl(tx)
                .select(ACCOUNT, REGION, NAME, ID, DESCRIPTION, SEALED, CREATED_AT, MODIFIED_AT)
                .from(EVENT_CONNECTION)
                .where(where)
                .orderBy(NAME)
                .fetch(this::connection);
    }

    private Connection connection(Record row) {
        AccountRegion scope = Tenant.of(row);
        String place = scope.arn("events", "connection/" + row.get(NAME) + "/" + row.get(ID))
                .toString();
        String opened = cipher.open(row.get(SEALED), place);
        return new Connection(
                scope,
                row.get(NAME),
                row.get(ID),
                row.get(DESCRIPTION),
                ConnectionText.authorization(opened),
                ConnectionText.parameters(opened),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(MODIFIED_AT)));
    }
}
