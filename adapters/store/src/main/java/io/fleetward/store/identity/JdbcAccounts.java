// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.identity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.identity.Account;
import io.fleetward.application.identity.Accounts;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import io.fleetward.store.SqlTx;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table {@code account}. Thread-safe. */
public final class JdbcAccounts implements Accounts {
    private static final Table<Record> ACCOUNT = table(name("account"));
    private static final Field<String> ID = field(name("id"), SQLDataType.CLOB);
    private static final Field<Long> CREATED_AT = field(name("created_at"), SQLDataType.BIGINT);

    @Override
    public boolean add(Tx tx, Account account) {
        return SqlTx.dsl(tx)
                        .insertInto(ACCOUNT, ID, CREATED_AT)
                        .values(account.id().value(), account.createdAt().toEpochMilli())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public @Nullable Account find(Tx tx, AccountId id) {
        return SqlTx.dsl(tx)
                .select(ID, CREATED_AT)
                .from(ACCOUNT)
                .where(ID.eq(id.value()))
                .fetchOne(JdbcAccounts::account);
    }

    @Override
    public List<Account> all(Tx tx) {
        return SqlTx.dsl(tx).select(ID, CREATED_AT).from(ACCOUNT).orderBy(ID).fetch(JdbcAccounts::account);
    }

    private static Account account(Record row) {
        return new Account(new AccountId(row.get(ID)), Instant.ofEpochMilli(row.get(CREATED_AT)));
    }
}
