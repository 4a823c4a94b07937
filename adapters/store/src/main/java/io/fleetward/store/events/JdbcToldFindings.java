// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static io.fleetward.store.events.EventColumns.BUS;
import static io.fleetward.store.events.EventColumns.EVENT_ID;
import static io.fleetward.store.events.EventColumns.PUT_AT;
import static io.fleetward.store.events.EventColumns.RULE;
import static io.fleetward.store.events.EventColumns.SEQ;
import static io.fleetward.store.events.EventColumns.TARGET;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.events.delivery.DeliveryAttempt.Result;
import io.fleetward.application.events.delivery.TargetLane;
import io.fleetward.application.events.delivery.ToldFinding;
import io.fleetward.application.events.delivery.ToldFindings;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.RowBatch;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The table {@code event_finding}. Thread-safe. */
public final class JdbcToldFindings implements ToldFindings {
    private static final Table<Record> EVENT_FINDING = table(name("event_finding"));
    private static final Field<String> FINDING_KEY = text("finding_key");
    private static final Field<String> EVENT_TYPE = text("event_type");
    private static final Field<String> RESULT = text("result");
    private static final Field<String> DETAIL = text("detail");
    private static final Field<Long> AT = number("at");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, BUS, RULE, TARGET, FINDING_KEY, EVENT_ID, EVENT_TYPE, PUT_AT, RESULT, DETAIL, AT);
    private static final RowBatch INSERT = RowBatch.insert(EVENT_FINDING, COLUMNS);

    @Override
    public void add(Tx tx, TargetLane lane, List<ToldFinding> told) {
        if (told.isEmpty()) {
            return;
        }
        DSLContext dsl = SqlTx.dsl(tx);
        INSERT.execute(dsl, told.stream().map(each -> values(lane, each)).toList());
        EventColumns.prune(dsl, EVENT_FINDING, lane, MOST);
    }

    @Override
    public List<Placed> of(Tx tx, AccountRegion scope, FindingKey finding, int limit) {
        Condition where = Tenant.is(scope).and(FINDING_KEY.eq(finding.fingerprint()));
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(EVENT_FINDING)
                .where(where)
                .orderBy(SEQ.desc())
                .limit(limit)
                .fetch(row -> new Placed(EventColumns.lane(row), told(finding, row)));
    }

    @Override
    public void clear(Tx tx, TargetLane lane) {
        SqlTx.dsl(tx).deleteFrom(EVENT_FINDING).where(EventColumns.is(lane)).execute();
    }

    private static Object[] values(TargetLane lane, ToldFinding told) {
        return EventColumns.values(
                lane,
                told.finding().fingerprint(),
                told.eventId(),
                told.eventType(),
                told.putAt().toEpochMilli(),
                told.result().name(),
                told.detail(),
                told.at().toEpochMilli());
    }

    private static ToldFinding told(FindingKey finding, Record row) {
        return new ToldFinding(
                finding,
                row.get(EVENT_ID),
                row.get(EVENT_TYPE),
                Instant.ofEpochMilli(row.get(PUT_AT)),
                Result.valueOf(row.get(RESULT)),
                row.get(DETAIL),
                Instant.ofEpochMilli(row.get(AT)));
    }
}
