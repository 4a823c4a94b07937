// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.broker;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.broker.RetainedMessage;
import io.fleetward.application.broker.RetainedStore;
import io.fleetward.application.store.Tx;
import io.fleetward.broker.message.Message;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.topic.TopicName;
import io.fleetward.store.SqlTx;
import java.util.Base64;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table {@code retained_message}. Thread-safe. */
public final class JdbcRetainedStore implements RetainedStore {
    private static final Table<Record> RETAINED = table(name("retained_message"));
    private static final Field<String> ACCOUNT = field(name("account"), SQLDataType.CLOB);
    private static final Field<String> REGION = field(name("region"), SQLDataType.CLOB);
    private static final Field<String> TOPIC = field(name("topic"), SQLDataType.CLOB);
    private static final Field<String> PAYLOAD = field(name("payload"), SQLDataType.CLOB);
    private static final Field<Integer> QOS = field(name("qos"), SQLDataType.INTEGER);
    private static final Field<String> PROPERTIES = field(name("properties"), SQLDataType.CLOB);
    private static final Field<Long> EXPIRES_AT = field(name("expires_at"), SQLDataType.BIGINT);
    private static final Field<Long> MODIFIED_AT = field(name("modified_at"), SQLDataType.BIGINT);
    private static final List<SelectFieldOrAsterisk> BODY =
            List.of(TOPIC, PAYLOAD, QOS, PROPERTIES, EXPIRES_AT, MODIFIED_AT);

    @Override
    public @Nullable RetainedMessage find(Tx tx, AccountRegion scope, TopicName topic) {
        return SqlTx.dsl(tx)
                .select(BODY)
                .from(RETAINED)
                .where(isIn(scope).and(TOPIC.eq(topic.value())))
                .fetchOne(JdbcRetainedStore::retained);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, RetainedMessage retained) {
        Message message = retained.message();
        String payload = Base64.getEncoder().encodeToString(message.payload());
        String properties = BrokerJson.ofProperties(message.properties());
        SqlTx.dsl(tx)
                .insertInto(RETAINED, ACCOUNT, REGION, TOPIC, PAYLOAD, QOS, PROPERTIES, EXPIRES_AT, MODIFIED_AT)
                .values(
                        scope.account().value(),
                        scope.region().value(),
                        message.topic().value(),
                        payload,
                        message.qos(),
                        properties,
                        message.expiresAt(),
                        retained.modifiedAt())
                .onConflict(ACCOUNT, REGION, TOPIC)
                .doUpdate()
                .set(PAYLOAD, payload)
                .set(QOS, message.qos())
                .set(PROPERTIES, properties)
                .set(EXPIRES_AT, message.expiresAt())
                .set(MODIFIED_AT, retained.modifiedAt())
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, TopicName topic) {
        return SqlTx.dsl(tx)
                        .deleteFrom(RETAINED)
                        .where(isIn(scope).and(TOPIC.eq(topic.value())))
                        .execute()
                > 0;
    }

    @Override
    public Page<RetainedMessage> list(Tx tx, AccountRegion scope, PageRequest page) {
        Condition follows = page.after() == null ? noCondition() : TOPIC.gt(page.after());
        List<RetainedMessage> read = SqlTx.dsl(tx)
                .select(BODY)
                .from(RETAINED)
                .where(isIn(scope).and(follows))
                .orderBy(TOPIC)
                .limit(page.limit() + 1)
                .fetch(JdbcRetainedStore::retained);
        return Page.cut(
                read, page.limit(), retained -> retained.message().topic().value());
    }

    @Override
    public List<RetainedTopic> topics(Tx tx) {
        return SqlTx.dsl(tx)
                .select(ACCOUNT, REGION, TOPIC)
                .from(RETAINED)
                .orderBy(ACCOUNT, REGION, TOPIC)
                .fetch(row -> new RetainedTopic(
                        AccountRegion.of(row.get(ACCOUNT), row.get(REGION)), new TopicName(row.get(TOPIC))));
    }

    private static Condition isIn(AccountRegion scope) {
        return ACCOUNT.eq(scope.account().value()).and(REGION.eq(scope.region().value()));
    }

    private static RetainedMessage retained(Record row) {
        var message = new Message(
                new TopicName(row.get(TOPIC)),
                Base64.getDecoder().decode(row.get(PAYLOAD)),
                row.get(QOS),
                true,
                BrokerJson.properties(row.get(PROPERTIES)),
                row.get(EXPIRES_AT));
        return new RetainedMessage(message, row.get(MODIFIED_AT));
    }
}
