// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.ConfigurationPolicies;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.central.ConfigurationPolicy;
import io.fleetward.hub.central.HubPolicy;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table {@code configuration_policy}. Thread-safe. */
public final class JdbcConfigurationPolicies implements ConfigurationPolicies {
    private static final Table<Record> POLICY = table(name("configuration_policy"));
    private static final Field<String> ID = text("policy_id");
    private static final Field<String> NAME = text("name");
    private static final Field<String> DESCRIPTION = text("description");
    private static final Field<String> SETTINGS = text("settings");
    private static final Field<String> TAGS = text("tags");
    private static final Field<Long> CREATED_AT = field(name("created_at"), SQLDataType.BIGINT);
    private static final Field<Long> UPDATED_AT = field(name("updated_at"), SQLDataType.BIGINT);

    @Override
    public @Nullable ConfigurationPolicy find(Tx tx, AccountRegion administrator, String id) {
        return SqlTx.dsl(tx)
                .selectFrom(POLICY)
                .where(Tenant.is(administrator).and(ID.eq(id)))
                .fetchOne(JdbcConfigurationPolicies::policy);
    }

    @Override
    public List<ConfigurationPolicy> all(Tx tx, AccountRegion administrator) {
        return SqlTx.dsl(tx)
                .selectFrom(POLICY)
                .where(Tenant.is(administrator))
                .orderBy(ID)
                .fetch(JdbcConfigurationPolicies::policy);
    }

    @Override
    public void put(Tx tx, AccountRegion administrator, ConfigurationPolicy policy) {
        SqlTx.dsl(tx)
                .insertInto(POLICY)
                .set(Tenant.row(administrator))
                .set(ID, policy.id())
                .set(NAME, policy.name())
                .set(DESCRIPTION, policy.description())
                .set(SETTINGS, policy.settings().document().toString())
                .set(TAGS, StoredJson.text(policy.tags()))
                .set(CREATED_AT, policy.createdAt().toEpochMilli())
                .set(UPDATED_AT, policy.updatedAt().toEpochMilli())
                .onConflict(ACCOUNT, REGION, ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public void remove(Tx tx, AccountRegion administrator, String id) {
        SqlTx.dsl(tx)
                .deleteFrom(POLICY)
                .where(Tenant.is(administrator).and(ID.eq(id)))
                .execute();
    }

    @Override
    public void removeAll(Tx tx, AccountRegion administrator) {
        SqlTx.dsl(tx).deleteFrom(POLICY).where(Tenant.is(administrator)).execute();
    }

    private static ConfigurationPolicy policy(Record row) {
        return new ConfigurationPolicy(
                row.get(ID),
                row.get(NAME),
                row.get(DESCRIPTION),
                HubPolicy.read(StoredJson.object(row.get(SETTINGS))),
                StoredJson.texts(row.get(TAGS)),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(UPDATED_AT)));
    }

    private static Field<String> text(String column) {
        return field(name(column), SQLDataType.CLOB);
    }
}
