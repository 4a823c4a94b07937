// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.notification;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.notification.SignatureVersion;
import io.fleetward.application.notification.Topic;
import io.fleetward.application.notification.TopicAttributes;
import io.fleetward.application.notification.Topics;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code notification_topic}. Thread-safe. */
public final class JdbcTopics implements Topics {
    private static final Table<Record> TOPIC = table(name("notification_topic"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> DISPLAY_NAME = text("display_name");
    private static final Field<String> SIGNATURE_VERSION = text("signature_version");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, NAME, DISPLAY_NAME, SIGNATURE_VERSION, CREATED_AT);

    @Override
    public @Nullable Topic find(Tx tx, AccountRegion scope, String name) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(TOPIC)
                .where(Tenant.is(scope).and(NAME.eq(name)))
                .fetchOne(JdbcTopics::topic);
    }

    @Override
    public void put(Tx tx, Topic topic) {
        TopicAttributes attributes = topic.attributes();
        SqlTx.dsl(tx)
                .insertInto(TOPIC)
                .set(Tenant.row(topic.scope()))
                .set(NAME, topic.name())
                .set(DISPLAY_NAME, attributes.displayName())
                .set(SIGNATURE_VERSION, attributes.signatureVersion().wireName())
                .set(CREATED_AT, topic.createdAt().toEpochMilli())
                .onConflict(ACCOUNT, REGION, NAME)
                .doUpdate()
                .set(DISPLAY_NAME, attributes.displayName())
                .set(SIGNATURE_VERSION, attributes.signatureVersion().wireName())
                .execute();
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String name) {
        SqlTx.dsl(tx)
                .deleteFrom(TOPIC)
                .where(Tenant.is(scope).and(NAME.eq(name)))
                .execute();
    }

    @Override
    public Page<Topic> list(Tx tx, AccountRegion scope, PageRequest page) {
        List<Topic> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(TOPIC)
                .where(Tenant.is(scope))
                .and(page.after() == null ? noCondition() : NAME.gt(page.after()))
                .orderBy(NAME)
                .limit(page.limit() + 1)
                .fetch(JdbcTopics::topic);
        return Page.cut(read, page.limit(), Topic::name);
    }

    private static Topic topic(Record row) {
        SignatureVersion version = SignatureVersion.ofWireName(row.get(SIGNATURE_VERSION));
        if (version == null) {
            throw new IllegalStateException("a stored topic has the signature version " + row.get(SIGNATURE_VERSION));
        }
        return new Topic(
                Tenant.of(row),
                row.get(NAME),
                new TopicAttributes(row.get(DISPLAY_NAME), version),
                Instant.ofEpochMilli(row.get(CREATED_AT)));
    }
}
