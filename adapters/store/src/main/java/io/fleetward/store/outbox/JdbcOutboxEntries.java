// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.outbox;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.outbox.Backlog;
import io.fleetward.application.outbox.Lane;
import io.fleetward.application.outbox.OutboxEntries;
import io.fleetward.application.outbox.OutboxEntry;
import io.fleetward.application.outbox.StoredEntry;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table {@code outbox}; the sequence is the database's own counter, which only grows. Thread-safe. */
public final class JdbcOutboxEntries implements OutboxEntries {
    private static final Table<Record> OUTBOX = table(name("outbox"));
    private static final Field<Long> SEQ = field(name("seq"), SQLDataType.BIGINT);
    private static final Field<String> ACCOUNT = field(name("account"), SQLDataType.CLOB);
    private static final Field<String> REGION = field(name("region"), SQLDataType.CLOB);
    private static final Field<String> TOPIC = field(name("topic"), SQLDataType.CLOB);
    private static final Field<String> KEY = field(name("entry_key"), SQLDataType.CLOB);
    private static final Field<String> BODY = field(name("body"), SQLDataType.CLOB);
    private static final Field<Long> WRITTEN_AT = field(name("written_at"), SQLDataType.BIGINT);

    @Override
    public void add(Tx tx, OutboxEntry entry, Instant writtenAt) {
        AccountRegion scope = entry.scope();
        SqlTx.dsl(tx)
                .insertInto(OUTBOX, ACCOUNT, REGION, TOPIC, KEY, BODY, WRITTEN_AT)
                .values(
                        scope.account().value(),
                        scope.region().value(),
                        entry.topic(),
                        entry.key(),
                        entry.body(),
                        writtenAt.toEpochMilli())
                .execute();
    }

    @Override
    public List<StoredEntry> after(Tx tx, long sequence, int limit) {
        return select(tx, SEQ.gt(sequence), limit);
    }

    @Override
    public List<StoredEntry> ofLane(Tx tx, Lane lane, long upTo, int limit) {
        Condition inLane = TOPIC.eq(lane.topic())
                .and(ACCOUNT.eq(lane.scope().account().value()))
                .and(REGION.eq(lane.scope().region().value()))
                .and(KEY.eq(lane.key()));
        return select(tx, inLane.and(SEQ.le(upTo)), limit);
    }

    @Override
    public void remove(Tx tx, Collection<Long> sequences) {
        SqlTx.dsl(tx).deleteFrom(OUTBOX).where(SEQ.in(sequences)).execute();
    }

    @Override
    public Backlog backlog(Tx tx) {
        Record2<Integer, Long> found =
                SqlTx.dsl(tx).select(count(), min(WRITTEN_AT)).from(OUTBOX).fetchSingle();
        Long oldest = found.value2();
        return new Backlog(found.value1(), oldest == null ? null : Instant.ofEpochMilli(oldest));
    }

    private static List<StoredEntry> select(Tx tx, Condition condition, int limit) {
        return SqlTx.dsl(tx)
                .select(SEQ, ACCOUNT, REGION, TOPIC, KEY, BODY, WRITTEN_AT)
                .from(OUTBOX)
                .where(condition)
                .orderBy(SEQ)
                .limit(limit)
                .fetch(JdbcOutboxEntries::entry);
    }

    private static StoredEntry entry(Record row) {
        AccountRegion scope = AccountRegion.of(row.get(ACCOUNT), row.get(REGION));
        return new StoredEntry(
                row.get(SEQ),
                new OutboxEntry(scope, row.get(TOPIC), row.get(KEY), row.get(BODY)),
                Instant.ofEpochMilli(row.get(WRITTEN_AT)));
    }
}
