// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.mitigation;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.mitigation.MitigationActions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.mitigation.action.ActionParamsJson;
import io.fleetward.mitigation.action.MitigationAction;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code mitigation_action}. Thread-safe. */
public final class JdbcMitigationActions implements MitigationActions {
    private static final Table<Record> ACTION = table(name("mitigation_action"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> ID = text("id");
    private static final Field<String> ROLE_ARN = text("role_arn");
    private static final Field<String> PARAMS = text("params");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> MODIFIED_AT = number("modified_at");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, NAME, ID, ROLE_ARN, PARAMS, CREATED_AT, MODIFIED_AT);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Override
    public @Nullable MitigationAction find(Tx tx, AccountRegion scope, String name) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(ACTION)
                .where(Tenant.is(scope).and(NAME.eq(name)))
                .fetchOne(JdbcMitigationActions::action);
    }

    @Override
    public void put(Tx tx, MitigationAction action) {
        SqlTx.dsl(tx)
                .insertInto(ACTION)
                .set(Tenant.row(action.scope()))
                .set(NAME, action.name())
                .set(ID, action.id())
                .set(ROLE_ARN, action.roleArn())
                .set(PARAMS, ActionParamsJson.write(action.params()).toString())
                .set(CREATED_AT, action.createdAt().toEpochMilli())
                .set(MODIFIED_AT, action.lastModifiedAt().toEpochMilli())
                .onConflict(ACCOUNT, REGION, NAME)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String name) {
        return SqlTx.dsl(tx)
                        .deleteFrom(ACTION)
                        .where(Tenant.is(scope).and(NAME.eq(name)))
                        .execute()
                > 0;
    }

    @Override
    public List<MitigationAction> of(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(ACTION)
                .where(Tenant.is(scope))
                .fetch(JdbcMitigationActions::action);
    }

    private static MitigationAction action(Record row) {
        return new MitigationAction(
                Tenant.of(row),
                row.get(NAME),
                row.get(ID),
                row.get(ROLE_ARN),
                ActionParamsJson.read(MAPPER.readTree(row.get(PARAMS))),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(MODIFIED_AT)));
    }
}
