// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.registry.index.IndexingModes;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.query.IndexingMode;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The table {@code indexing_mode}. Thread-safe. */
public final class JdbcIndexingModes implements IndexingModes {
    private static final Table<Record> INDEXING_MODE = table(name("indexing_mode"));
    private static final Field<String> THINGS = text("things");

    @Override
    public IndexingMode find(Tx tx, AccountRegion scope) {
        String mode = SqlTx.dsl(tx)
                .select(THINGS)
                .from(INDEXING_MODE)
                .where(Tenant.is(scope))
                .fetchOne(THINGS);
        return mode == null ? IndexingMode.OFF : IndexingMode.valueOf(mode);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, IndexingMode mode) {
        SqlTx.dsl(tx)
                .insertInto(INDEXING_MODE)
                .set(ACCOUNT, scope.account().value())
                .set(REGION, scope.region().value())
                .set(THINGS, mode.name())
                .onConflict(ACCOUNT, REGION)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }
}
