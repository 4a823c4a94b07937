// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.detect.ExportProgress;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code metric_export}. Thread-safe. */
public final class JdbcExportProgress implements ExportProgress {
    private static final Table<Record> EXPORT = table(name("metric_export"));
    private static final Field<Long> EXPORTED_THROUGH = number("exported_through");

    @Override
    public @Nullable Instant exportedThrough(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(EXPORTED_THROUGH)
                .from(EXPORT)
                .where(Tenant.is(scope))
                .fetchOne(row -> Instant.ofEpochMilli(row.get(EXPORTED_THROUGH)));
    }

    @Override
    public void put(Tx tx, AccountRegion scope, Instant exportedThrough) {
        SqlTx.dsl(tx)
                .insertInto(EXPORT)
                .set(Tenant.row(scope))
                .set(EXPORTED_THROUGH, exportedThrough.toEpochMilli())
                .onConflict(ACCOUNT, REGION)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }
}
