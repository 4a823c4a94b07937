// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.notification;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.notification.Deliveries;
import io.fleetward.application.notification.Delivery;
import io.fleetward.application.notification.TopicMessage;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tables {@code notification_message} and {@code notification_delivery}. Thread-safe. */
public final class JdbcDeliveries implements Deliveries {
    private static final Table<Record> MESSAGE = table(name("notification_message"));
    private static final Field<String> ID = text("id");
    private static final Field<String> KIND = text("kind");
    private static final Field<String> TOPIC = text("topic");
    private static final Field<String> SUBJECT = text("subject");
    private static final Field<String> BODY = text("body");
    private static final Field<Integer> IS_PER_PROTOCOL = integer("is_per_protocol");
    private static final Field<String> ATTRIBUTES = text("attributes");
    private static final Field<Long> PUBLISHED_AT = number("published_at");

    private static final Table<Record> DELIVERY = table(name("notification_delivery"));
    private static final Field<String> MESSAGE_ID = text("message_id");
    private static final Field<String> SUBSCRIPTION_ID = text("subscription_id");
    private static final Field<Integer> ATTEMPTS = integer("attempts");
    private static final Field<Long> DUE_AT = number("due_at");

    @Override
    public void add(Tx tx, TopicMessage message, Collection<String> subscriptions, Instant dueAt) {
        SqlTx.dsl(tx)
                .insertInto(MESSAGE)
                .set(Tenant.row(message.scope()))
                .set(ID, message.id())
                .set(KIND, message.kind().name())
                .set(TOPIC, message.topic())
                .set(SUBJECT, message.subject())
                .set(BODY, message.text())
                .set(IS_PER_PROTOCOL, message.isPerProtocol() ? 1 : 0)
                .set(ATTRIBUTES, AttributeText.write(message.attributes()))
                .set(PUBLISHED_AT, message.publishedAt().toEpochMilli())
                .execute();
        for (String subscription : subscriptions) {
            SqlTx.dsl(tx)
                    .insertInto(DELIVERY)
                    .set(Tenant.row(message.scope()))
                    .set(MESSAGE_ID, message.id())
                    .set(SUBSCRIPTION_ID, subscription)
                    .set(ATTEMPTS, 0)
                    .set(DUE_AT, dueAt.toEpochMilli())
                    .execute();
        }
    }

    @Override
    public List<Delivery> due(Tx tx, Instant now, Busy busy, int limit) {
        return SqlTx.dsl(tx)
                .select(ACCOUNT, REGION, MESSAGE_ID, SUBSCRIPTION_ID, ATTEMPTS)
                .from(DELIVERY)
                .where(DUE_AT.le(now.toEpochMilli()))
                .and(SUBSCRIPTION_ID.notIn(busy.subscriptions()))
                .and(ACCOUNT.notIn(
                        busy.accounts().stream().map(AccountId::value).toList()))
                .orderBy(DUE_AT, MESSAGE_ID, SUBSCRIPTION_ID)
                .limit(limit)
                .fetch(row ->
                        new Delivery(Tenant.of(row), row.get(MESSAGE_ID), row.get(SUBSCRIPTION_ID), row.get(ATTEMPTS)));
    }

    @Override
    public @Nullable Instant nextDueAfter(Tx tx, Instant now) {
        Long next = SqlTx.dsl(tx)
                .select(min(DUE_AT))
                .from(DELIVERY)
                .where(DUE_AT.gt(now.toEpochMilli()))
                .fetchSingle()
                .value1();
        return next == null ? null : Instant.ofEpochMilli(next);
    }

    @Override
    public @Nullable TopicMessage message(Tx tx, AccountRegion scope, String id) {
        return SqlTx.dsl(tx)
                .select(ACCOUNT, REGION, ID, KIND, TOPIC, SUBJECT, BODY, IS_PER_PROTOCOL, ATTRIBUTES, PUBLISHED_AT)
                .from(MESSAGE)
                .where(Tenant.is(scope).and(ID.eq(id)))
                .fetchOne(JdbcDeliveries::message);
    }

    @Override
    public void postpone(Tx tx, Delivery delivery, Instant dueAt) {
        SqlTx.dsl(tx)
                .update(DELIVERY)
                .set(ATTEMPTS, delivery.attempts() + 1)
                .set(DUE_AT, dueAt.toEpochMilli())
                .where(is(delivery))
                .execute();
    }

    @Override
    public void remove(Tx tx, Delivery delivery) {
        SqlTx.dsl(tx).deleteFrom(DELIVERY).where(is(delivery)).execute();
        SqlTx.dsl(tx)
                .deleteFrom(MESSAGE)
                .where(Tenant.is(delivery.scope()).and(ID.eq(delivery.messageId())))
                .and(notExists(selectOne()
                        .from(DELIVERY)
                        .where(Tenant.is(delivery.scope()).and(MESSAGE_ID.eq(delivery.messageId())))))
                .execute();
    }

    @Override
    public int waiting(Tx tx, AccountRegion scope, String subscription, int limit) {
        var some = SqlTx.dsl(tx)
                .selectOne()
                .from(DELIVERY)
                .where(Tenant.is(scope).and(SUBSCRIPTION_ID.eq(subscription)))
                .limit(limit);
        return SqlTx.dsl(tx).fetchCount(some);
    }

    private static Condition is(Delivery delivery) {
        return Tenant.is(delivery.scope())
                .and(MESSAGE_ID.eq(delivery.messageId()))
                .and(SUBSCRIPTION_ID.eq(delivery.subscriptionId()));
    }

    private static TopicMessage message(Record row) {
        return new TopicMessage(
                Tenant.of(row),
                row.get(ID),
                TopicMessage.Kind.valueOf(row.get(KIND)),
                row.get(TOPIC),
                row.get(SUBJECT),
                row.get(BODY),
                row.get(IS_PER_PROTOCOL) == 1,
                AttributeText.read(row.get(ATTRIBUTES)),
                Instant.ofEpochMilli(row.get(PUBLISHED_AT)));
    }
}
