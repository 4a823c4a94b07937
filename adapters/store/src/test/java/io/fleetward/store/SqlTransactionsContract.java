// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.TransactionsContract;
import io.fleetward.application.store.Tx;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The contract of transactions on the outbox table, which every database has. */
abstract class SqlTransactionsContract extends TransactionsContract {
    private static final Field<String> ACCOUNT = field(name("account"), SQLDataType.CLOB);
    private static final Field<String> REGION = field(name("region"), SQLDataType.CLOB);
    private static final Field<String> TOPIC = field(name("topic"), SQLDataType.CLOB);
    private static final Field<String> KEY = field(name("entry_key"), SQLDataType.CLOB);
    private static final Field<String> BODY = field(name("body"), SQLDataType.CLOB);
    private static final Field<Long> WRITTEN_AT = field(name("written_at"), SQLDataType.BIGINT);

    abstract TestDatabase database();

    @Override
    protected Transactions transactions() {
        return database().transactions();
    }

    @Override
    protected void put(Tx tx, String name, int number) {
        SqlTx.dsl(tx)
                .insertInto(table(name("outbox")), ACCOUNT, REGION, TOPIC, KEY, BODY, WRITTEN_AT)
                .values("", "", "numbers", name, String.valueOf(number), 0L)
                .execute();
    }

    @Override
    protected @Nullable Integer get(Tx tx, String name) {
        String body = SqlTx.dsl(tx)
                .select(BODY)
                .from(table(name("outbox")))
                .where(KEY.eq(name))
                .fetchOne(BODY);
        return body == null ? null : Integer.valueOf(body);
    }
}
