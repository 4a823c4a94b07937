// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.registry.role.RoleAliases;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.role.RoleAlias;
import io.fleetward.registry.role.RoleAliasName;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code role_alias}. Thread-safe. */
public final class JdbcRoleAliases implements RoleAliases {
    private static final Table<Record> ROLE_ALIAS = table(name("role_alias"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> ROLE_ARN = text("role_arn");
    private static final Field<Integer> CREDENTIAL_SECONDS = integer("credential_seconds");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> MODIFIED_AT = number("modified_at");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, NAME, ROLE_ARN, CREDENTIAL_SECONDS, CREATED_AT, MODIFIED_AT);

    @Override
    public @Nullable RoleAlias find(Tx tx, AccountRegion scope, RoleAliasName name) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(ROLE_ALIAS)
                .where(Tenant.is(scope).and(NAME.eq(name.value())))
                .fetchOne(JdbcRoleAliases::alias);
    }

    @Override
    public void put(Tx tx, RoleAlias alias) {
        SqlTx.dsl(tx)
                .insertInto(ROLE_ALIAS)
                .set(Tenant.row(alias.scope()))
                .set(NAME, alias.name().value())
                .set(ROLE_ARN, alias.roleArn())
                .set(CREDENTIAL_SECONDS, alias.credentialSeconds())
                .set(CREATED_AT, alias.createdAt().toEpochMilli())
                .set(MODIFIED_AT, alias.modifiedAt().toEpochMilli())
                .onConflict(ACCOUNT, REGION, NAME)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, RoleAliasName name) {
        return SqlTx.dsl(tx)
                        .deleteFrom(ROLE_ALIAS)
                        .where(Tenant.is(scope).and(NAME.eq(name.value())))
                        .execute()
                > 0;
    }

    @Override
    public List<RoleAlias> of(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(ROLE_ALIAS)
                .where(Tenant.is(scope))
                .orderBy(NAME)
                .fetch(JdbcRoleAliases::alias);
    }

    private static RoleAlias alias(Record row) {
        return new RoleAlias(
                Tenant.of(row),
                new RoleAliasName(row.get(NAME)),
                row.get(ROLE_ARN),
                row.get(CREDENTIAL_SECONDS),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(MODIFIED_AT)));
    }
}
