// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.standard.StandardSubscription;
import io.fleetward.application.hub.standard.StandardSubscriptions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The table {@code standard_subscription}. Thread-safe. */
public final class JdbcStandardSubscriptions implements StandardSubscriptions {
    private static final Table<Record> SUBSCRIPTION = table(name("standard_subscription"));
    private static final Field<String> STANDARD = text("standard");
    private static final Field<Long> ENABLED_AT = number("enabled_at");
    private static final Field<Long> REFRESHED_AT = number("refreshed_at");

    @Override
    public List<StandardSubscription> of(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .selectFrom(SUBSCRIPTION)
                .where(Tenant.is(scope))
                .orderBy(STANDARD)
                .fetch(row -> new StandardSubscription(
                        row.get(STANDARD),
                        Instant.ofEpochMilli(row.get(ENABLED_AT)),
                        Instant.ofEpochMilli(row.get(REFRESHED_AT))));
    }

    @Override
    public void put(Tx tx, AccountRegion scope, StandardSubscription subscription) {
        SqlTx.dsl(tx)
                .insertInto(SUBSCRIPTION)
                .set(Tenant.row(scope))
                .set(STANDARD, subscription.standard())
                .set(ENABLED_AT, subscription.enabledAt().toEpochMilli())
                .set(REFRESHED_AT, subscription.refreshedAt().toEpochMilli())
                .onConflict(ACCOUNT, REGION, STANDARD)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String standard) {
        return SqlTx.dsl(tx)
                        .deleteFrom(SUBSCRIPTION)
                        .where(Tenant.is(scope).and(STANDARD.eq(standard)))
                        .execute()
                > 0;
    }

    @Override
    public List<AccountRegion> refreshedBefore(Tx tx, Instant moment) {
        return SqlTx.dsl(tx)
                .selectDistinct(ACCOUNT, REGION)
                .from(SUBSCRIPTION)
                .where(REFRESHED_AT.lt(moment.toEpochMilli()))
                .orderBy(ACCOUNT, REGION)
                .fetch(Tenant::of);
    }
}
