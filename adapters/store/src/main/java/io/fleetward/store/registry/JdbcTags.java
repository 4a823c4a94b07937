// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.registry.tag.Tags;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The table {@code resource_tag}. Thread-safe. */
public final class JdbcTags implements Tags {
    private static final Table<Record> RESOURCE_TAG = table(name("resource_tag"));
    private static final Field<String> RESOURCE = text("resource");
    private static final Field<String> KEY = text("tag_key");
    private static final Field<String> VALUE = text("tag_value");

    @Override
    public Map<String, String> of(Tx tx, AccountRegion scope, Arn resource) {
        return SqlTx.dsl(tx)
                .select(KEY, VALUE)
                .from(RESOURCE_TAG)
                .where(isOf(scope, resource))
                .orderBy(KEY)
                .fetchMap(KEY, VALUE);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, Arn resource, String key, String value) {
        SqlTx.dsl(tx)
                .insertInto(RESOURCE_TAG, ACCOUNT, REGION, RESOURCE, KEY, VALUE)
                .values(scope.account().value(), scope.region().value(), resource.toString(), key, value)
                .onConflict(ACCOUNT, REGION, RESOURCE, KEY)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, Arn resource, String key) {
        SqlTx.dsl(tx)
                .deleteFrom(RESOURCE_TAG)
                .where(isOf(scope, resource).and(KEY.eq(key)))
                .execute();
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope, Arn resource) {
        SqlTx.dsl(tx).deleteFrom(RESOURCE_TAG).where(isOf(scope, resource)).execute();
    }

    private static Condition isOf(AccountRegion scope, Arn resource) {
        return Tenant.is(scope).and(RESOURCE.eq(resource.toString()));
    }
}
