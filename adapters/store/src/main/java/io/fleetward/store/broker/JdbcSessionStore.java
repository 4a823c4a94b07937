// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.broker;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.broker.SessionStore;
import io.fleetward.application.broker.StoredSession;
import io.fleetward.application.store.Tx;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.BrokerSession.StoredQueue;
import io.fleetward.broker.session.ClientKey;
import io.fleetward.broker.session.QueuedMessage;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.topic.TopicName;
import io.fleetward.store.SqlTx;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables {@code client_session} and {@code queued_message}. Thread-safe. */
public final class JdbcSessionStore implements SessionStore {
    private static final Table<Record> SESSION = table(name("client_session"));
    private static final Table<Record> MESSAGE = table(name("queued_message"));
    private static final Field<String> ACCOUNT = field(name("account"), SQLDataType.CLOB);
    private static final Field<String> REGION = field(name("region"), SQLDataType.CLOB);
    private static final Field<String> CLIENT_ID = field(name("client_id"), SQLDataType.CLOB);
    private static final Field<Long> EXPIRY_SECONDS = field(name("expiry_seconds"), SQLDataType.BIGINT);
    private static final Field<Long> ENDED_AT = field(name("ended_at"), SQLDataType.BIGINT);
    private static final Field<String> SUBSCRIPTIONS = field(name("subscriptions"), SQLDataType.CLOB);
    private static final Field<Long> SEQ = field(name("seq"), SQLDataType.BIGINT);
    private static final Field<String> TOPIC = field(name("topic"), SQLDataType.CLOB);
    private static final Field<String> PAYLOAD = field(name("payload"), SQLDataType.CLOB);
    private static final Field<Integer> RETAIN = field(name("retain"), SQLDataType.INTEGER);
    private static final Field<String> PROPERTIES = field(name("properties"), SQLDataType.CLOB);
    private static final Field<Long> EXPIRES_AT = field(name("expires_at"), SQLDataType.BIGINT);

    @Override
    public List<StoredSession> all(Tx tx) {
        return SqlTx.dsl(tx)
                .select(ACCOUNT, REGION, CLIENT_ID, EXPIRY_SECONDS, ENDED_AT, SUBSCRIPTIONS)
                .from(SESSION)
                .orderBy(ACCOUNT, REGION, CLIENT_ID)
                .fetch(JdbcSessionStore::session);
    }

    @Override
    public void save(Tx tx, StoredSession session) {
        ClientKey client = session.client();
        String subscriptions = BrokerJson.ofSubscriptions(session.subscriptions());
        SqlTx.dsl(tx)
                .insertInto(SESSION, ACCOUNT, REGION, CLIENT_ID, EXPIRY_SECONDS, ENDED_AT, SUBSCRIPTIONS)
                .values(
                        client.scope().account().value(),
                        client.scope().region().value(),
                        client.clientId(),
                        session.expirySeconds(),
                        session.endedAt(),
                        subscriptions)
                .onConflict(ACCOUNT, REGION, CLIENT_ID)
                .doUpdate()
                .set(EXPIRY_SECONDS, session.expirySeconds())
                .set(ENDED_AT, session.endedAt())
                .set(SUBSCRIPTIONS, subscriptions)
                .execute();
    }

    @Override
    public void delete(Tx tx, ClientKey client) {
        SqlTx.dsl(tx).deleteFrom(SESSION).where(isOf(client)).execute();
        SqlTx.dsl(tx).deleteFrom(MESSAGE).where(isOf(client)).execute();
    }

    @Override
    public void enqueue(Tx tx, ClientKey client, QueuedMessage queued) {
        Message message = queued.message();
        SqlTx.dsl(tx)
                .insertInto(MESSAGE, ACCOUNT, REGION, CLIENT_ID, SEQ, TOPIC, PAYLOAD, RETAIN, PROPERTIES, EXPIRES_AT)
                .values(
                        client.scope().account().value(),
                        client.scope().region().value(),
                        client.clientId(),
                        queued.sequence(),
                        message.topic().value(),
                        Base64.getEncoder().encodeToString(message.payload()),
                        message.isRetain() ? 1 : 0,
                        BrokerJson.ofProperties(message.properties()),
                        message.expiresAt())
                .execute();
    }

    @Override
    public StoredQueue queue(Tx tx, ClientKey client) {
        Record2<Integer, Long> found = SqlTx.dsl(tx)
                .select(count(), max(SEQ))
                .from(MESSAGE)
                .where(isOf(client))
                .fetchSingle();
        Long last = found.value2();
        return new StoredQueue(found.value1(), last == null ? 0 : last);
    }

    @Override
    public List<QueuedMessage> queued(Tx tx, ClientKey client, long afterSequence, int limit) {
        return SqlTx.dsl(tx)
                .select(SEQ, TOPIC, PAYLOAD, RETAIN, PROPERTIES, EXPIRES_AT)
                .from(MESSAGE)
                .where(isOf(client).and(SEQ.gt(afterSequence)))
                .orderBy(SEQ)
                .limit(limit)
                .fetch(JdbcSessionStore::queued);
    }

    @Override
    public void dequeue(Tx tx, ClientKey client, Collection<Long> sequences) {
        SqlTx.dsl(tx)
                .deleteFrom(MESSAGE)
                .where(isOf(client).and(SEQ.in(sequences)))
                .execute();
    }

    private static Condition isOf(ClientKey client) {
        return ACCOUNT.eq(client.scope().account().value())
                .and(REGION.eq(client.scope().region().value()))
                .and(CLIENT_ID.eq(client.clientId()));
    }

    private static StoredSession session(Record row) {
        return new StoredSession(
                new ClientKey(AccountRegion.of(row.get(ACCOUNT), row.get(REGION)), row.get(CLIENT_ID)),
                row.get(EXPIRY_SECONDS),
                row.get(ENDED_AT),
                BrokerJson.subscriptions(row.get(SUBSCRIPTIONS)));
    }

    private static QueuedMessage queued(Record row) {
        var message = new Message(
                new TopicName(row.get(TOPIC)),
                Base64.getDecoder().decode(row.get(PAYLOAD)),
                1,
                row.get(RETAIN) == 1,
                BrokerJson.properties(row.get(PROPERTIES)),
                row.get(EXPIRES_AT));
        return new QueuedMessage(row.get(SEQ), message);
    }
}
