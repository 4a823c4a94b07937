// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.events.channel.ChannelKind;
import io.fleetward.application.events.channel.NotificationChannel;
import io.fleetward.application.events.channel.NotificationChannels;
import io.fleetward.application.events.destination.Credential;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import io.fleetward.store.secret.SecretCipher;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code event_notification_channel}; the webhooks in it stand under the master key. Thread-safe. */
public final class JdbcNotificationChannels implements NotificationChannels {
    private static final Table<Record> CHANNEL = table(name("event_notification_channel"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> KIND = text("kind");
    private static final Field<String> DESCRIPTION = text("description");
    private static final Field<String> SEALED = text("sealed");
    private static final Field<Long> CREATED_AT = number("created_at");

    private final SecretCipher cipher;

    public JdbcNotificationChannels(SecretCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public @Nullable NotificationChannel find(Tx tx, AccountRegion scope, String name) {
        return select(tx, Tenant.is(scope).and(NAME.eq(name))).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public void add(Tx tx, NotificationChannel channel) {
        SqlTx.dsl(tx)
                .insertInto(CHANNEL)
                .set(Tenant.row(channel.scope()))
                .set(NAME, channel.name())
                .set(KIND, channel.kind().name())
                .set(DESCRIPTION, channel.description())
                .set(
                        SEALED,
                        cipher.seal(channel.webhook().value(), channel.arn().toString()))
                .set(CREATED_AT, channel.createdAt().toEpochMilli())
                .execute();
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String name) {
        SqlTx.dsl(tx)
                .deleteFrom(CHANNEL)
                .where(Tenant.is(scope).and(NAME.eq(name)))
                .execute();
    }

    @Override
    public List<NotificationChannel> all(Tx tx, AccountRegion scope) {
        return select(tx, Tenant.is(scope));
    }

    private List<NotificationChannel> select(Tx tx, Condition where) {
        return SqlTx.dsl(tx)
                .select(ACCOUNT, REGION, NAME, KIND, DESCRIPTION, SEALED, CREATED_AT)
                .from(CHANNEL)
                .where(where)
                .orderBy(NAME)
                .fetch(this::channel);
    }

    private NotificationChannel channel(Record row) {
        AccountRegion scope = Tenant.of(row);
        String place =
                scope.arn("fleetward", "notification-channel/" + row.get(NAME)).toString();
        return new NotificationChannel(
                scope,
                row.get(NAME),
                ChannelKind.valueOf(row.get(KIND)),
                row.get(DESCRIPTION),
                new Credential(cipher.open(row.get(SEALED), place)),
                Instant.ofEpochMilli(row.get(CREATED_AT)));
    }
}
