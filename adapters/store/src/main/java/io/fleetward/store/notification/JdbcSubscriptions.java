// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.notification;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.notification.Recipient;
import io.fleetward.application.notification.Subscription;
import io.fleetward.application.notification.Subscription.State;
import io.fleetward.application.notification.Subscriptions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code notification_subscription}. Thread-safe. */
public final class JdbcSubscriptions implements Subscriptions {
    private static final Table<Record> SUBSCRIPTION = table(name("notification_subscription"));
    private static final Field<String> ID = text("id");
    private static final Field<String> TOPIC = text("topic");
    private static final Field<String> ENDPOINT = text("endpoint");
    private static final Field<String> STATE = text("state");
    private static final Field<Integer> IS_RAW = integer("is_raw");
    private static final Field<Long> INVITED_AT = number("invited_at");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, ID, TOPIC, ENDPOINT, STATE, IS_RAW, INVITED_AT);

    @Override
    public @Nullable Subscription find(Tx tx, AccountRegion scope, String id) {
        return one(tx, Tenant.is(scope).and(ID.eq(id)));
    }

    @Override
    public @Nullable Subscription find(Tx tx, AccountRegion scope, String topic, Recipient endpoint) {
        return one(tx, Tenant.is(scope).and(TOPIC.eq(topic)).and(ENDPOINT.eq(endpoint.stored())));
    }

    @Override
    public void put(Tx tx, Subscription subscription) {
        SqlTx.dsl(tx)
                .insertInto(SUBSCRIPTION)
                .set(Tenant.row(subscription.scope()))
                .set(ID, subscription.id())
                .set(TOPIC, subscription.topic())
                .set(ENDPOINT, subscription.endpoint().stored())
                .set(STATE, subscription.state().name())
                .set(IS_RAW, subscription.isRaw() ? 1 : 0)
                .set(INVITED_AT, subscription.invitedAt().toEpochMilli())
                .onConflict(ACCOUNT, REGION, ID)
                .doUpdate()
                .set(STATE, subscription.state().name())
                .set(IS_RAW, subscription.isRaw() ? 1 : 0)
                .set(INVITED_AT, subscription.invitedAt().toEpochMilli())
                .execute();
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String id) {
        SqlTx.dsl(tx)
                .deleteFrom(SUBSCRIPTION)
                .where(Tenant.is(scope).and(ID.eq(id)))
                .execute();
    }

    @Override
    public List<Subscription> of(Tx tx, AccountRegion scope, String topic) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(SUBSCRIPTION)
                .where(Tenant.is(scope).and(TOPIC.eq(topic)))
                .orderBy(ID)
                .fetch(JdbcSubscriptions::subscription);
    }

    @Override
    public Page<Subscription> list(Tx tx, AccountRegion scope, PageRequest page) {
        List<Subscription> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(SUBSCRIPTION)
                .where(Tenant.is(scope))
                .and(STATE.ne(State.DELETED.name()))
                .and(page.after() == null ? noCondition() : ID.gt(page.after()))
                .orderBy(ID)
                .limit(page.limit() + 1)
                .fetch(JdbcSubscriptions::subscription);
        return Page.cut(read, page.limit(), Subscription::id);
    }

    @Override
    public int removeUnconfirmedSince(Tx tx, Instant invitedBefore, int limit) {
        return SqlTx.dsl(tx)
                .deleteFrom(SUBSCRIPTION)
                .where(row(ACCOUNT, REGION, ID)
                        .in(select(ACCOUNT, REGION, ID)
                                .from(SUBSCRIPTION)
                                .where(STATE.in(State.PENDING.name(), State.DELETED.name()))
                                .and(INVITED_AT.lt(invitedBefore.toEpochMilli()))
                                .limit(limit)))
                .execute();
    }

    private static @Nullable Subscription one(Tx tx, Condition condition) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(SUBSCRIPTION)
                .where(condition)
                .fetchOne(JdbcSubscriptions::subscription);
    }

    private static Subscription subscription(Record row) {
        return new Subscription(
                Tenant.of(row),
                row.get(ID),
                row.get(TOPIC),
                Recipient.restore(row.get(ENDPOINT)),
                State.valueOf(row.get(STATE)),
                row.get(IS_RAW) == 1,
                Instant.ofEpochMilli(row.get(INVITED_AT)));
    }
}
