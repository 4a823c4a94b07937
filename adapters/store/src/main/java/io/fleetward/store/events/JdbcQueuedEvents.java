// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.events.EventColumns.OF_EVENT;
import static io.fleetward.store.events.EventColumns.SEQ;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.events.delivery.QueuedEvent;
import io.fleetward.application.events.delivery.QueuedEvents;
import io.fleetward.application.store.Tx;
import io.fleetward.store.RowBatch;
import io.fleetward.store.SqlTx;
import java.util.Collection;
import java.util.List;
import org.jooq.Record;
import org.jooq.Table;

/** The table {@code event_queue}; the sequence is the database's own counter, which only grows. Thread-safe. */
public final class JdbcQueuedEvents implements QueuedEvents {
    private static final Table<Record> EVENT_QUEUE = table(name("event_queue"));
    private static final RowBatch INSERT = RowBatch.insert(EVENT_QUEUE, OF_EVENT);

    @Override
    public void add(Tx tx, List<QueuedEvent> events) {
        INSERT.execute(SqlTx.dsl(tx), events.stream().map(EventColumns::values).toList());
    }

    @Override
    public List<Placed> after(Tx tx, long sequence, int limit) {
        return SqlTx.dsl(tx)
                .select(SEQ)
                .select(OF_EVENT)
                .from(EVENT_QUEUE)
                .where(SEQ.gt(sequence))
                .orderBy(SEQ)
                .limit(limit)
                .fetch(row -> new Placed(row.get(SEQ), EventColumns.event(row)));
    }

    @Override
    public void remove(Tx tx, Collection<Long> sequences) {
        SqlTx.dsl(tx).deleteFrom(EVENT_QUEUE).where(SEQ.in(sequences)).execute();
    }
}
