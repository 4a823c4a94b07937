// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.identity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.identity.AdministrativeAct;
import io.fleetward.application.identity.AdministrativeActs;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table {@code administrative_act}; its sequence follows the order of recording. Thread-safe. */
public final class JdbcAdministrativeActs implements AdministrativeActs {
    private static final Table<Record> ACT = table(name("administrative_act"));
    private static final Field<Long> SEQ = field(name("seq"), SQLDataType.BIGINT);
    private static final Field<String> ACCOUNT = field(name("account"), SQLDataType.CLOB);
    private static final Field<String> REGION = field(name("region"), SQLDataType.CLOB);
    private static final Field<Long> AT = field(name("at"), SQLDataType.BIGINT);
    private static final Field<String> ACTOR = field(name("actor"), SQLDataType.CLOB);
    private static final Field<String> ACCESS_KEY_ID = field(name("access_key_id"), SQLDataType.CLOB);
    private static final Field<String> ACTION = field(name("action"), SQLDataType.CLOB);
    private static final Field<String> RESOURCE = field(name("resource"), SQLDataType.CLOB);
    private static final Field<String> OUTCOME = field(name("outcome"), SQLDataType.CLOB);
    private static final Field<String> SOURCE_IP = field(name("source_ip"), SQLDataType.CLOB);
    private static final Field<String> REQUEST_ID = field(name("request_id"), SQLDataType.CLOB);

    @Override
    public void append(Tx tx, AdministrativeAct act) {
        SqlTx.dsl(tx)
                .insertInto(ACT)
                .set(ACCOUNT, act.scope().account().value())
                .set(REGION, act.scope().region().value())
                .set(AT, act.at().toEpochMilli())
                .set(ACTOR, act.actor())
                .set(ACCESS_KEY_ID, act.accessKeyId())
                .set(ACTION, act.action())
                .set(RESOURCE, act.resource())
                .set(OUTCOME, act.outcome())
                .set(SOURCE_IP, act.sourceIp())
                .set(REQUEST_ID, act.requestId())
                .execute();
    }

    @Override
    public Page<AdministrativeAct> newest(Tx tx, AccountRegion scope, PageRequest page) {
        Condition ofTenant =
                ACCOUNT.eq(scope.account().value()).and(REGION.eq(scope.region().value()));
        Condition beyond = page.after() == null ? noCondition() : SEQ.lt(Long.valueOf(page.after()));
        Result<? extends Record> found = SqlTx.dsl(tx)
                .select(SEQ, AT, ACTOR, ACCESS_KEY_ID, ACTION, RESOURCE, OUTCOME, SOURCE_IP, REQUEST_ID)
                .from(ACT)
                .where(ofTenant.and(beyond))
                .orderBy(SEQ.desc())
                .limit(page.limit() + 1)
                .fetch();
        return Page.cut(List.<Record>copyOf(found), page.limit(), row -> String.valueOf(row.get(SEQ)))
                .map(row -> act(scope, row));
    }

    /** Sequence and time grow together, so the oldest are found by the primary key. */
    @Override
    public int expire(Tx tx, Instant before, int limit) {
        return SqlTx.dsl(tx)
                .deleteFrom(ACT)
                .where(SEQ.in(select(field(name("seq"), SQLDataType.BIGINT))
                        .from(select(SEQ, AT)
                                .from(ACT)
                                .orderBy(SEQ)
                                .limit(limit)
                                .asTable("oldest"))
                        .where(AT.lt(before.toEpochMilli()))))
                .execute();
    }

    private static AdministrativeAct act(AccountRegion scope, Record row) {
        return new AdministrativeAct(
                Instant.ofEpochMilli(row.get(AT)),
                scope,
                row.get(ACTOR),
                row.get(ACCESS_KEY_ID),
                row.get(ACTION),
                row.get(RESOURCE),
                row.get(OUTCOME),
                row.get(SOURCE_IP),
                row.get(REQUEST_ID));
    }
}
