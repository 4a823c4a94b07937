// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.registry.certificate.RegistrationCodes;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code registration_code}. Thread-safe. */
public final class JdbcRegistrationCodes implements RegistrationCodes {
    private static final Table<Record> REGISTRATION_CODE = table(name("registration_code"));
    private static final Field<String> CODE = text("code");

    @Override
    public @Nullable String find(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(CODE)
                .from(REGISTRATION_CODE)
                .where(Tenant.is(scope))
                .fetchOne(CODE);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, String code) {
        SqlTx.dsl(tx)
                .insertInto(REGISTRATION_CODE, ACCOUNT, REGION, CODE)
                .values(scope.account().value(), scope.region().value(), code)
                .onConflict(ACCOUNT, REGION)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                        .deleteFrom(REGISTRATION_CODE)
                        .where(Tenant.is(scope))
                        .execute()
                > 0;
    }
}
