// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.ActionTarget;
import io.fleetward.application.hub.ActionTargets;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table {@code action_target}. Thread-safe. */
public final class JdbcActionTargets implements ActionTargets {
    private static final Table<Record> ACTION_TARGET = table(name("action_target"));
    private static final Field<String> ACCOUNT = text("account");
    private static final Field<String> REGION = text("region");
    private static final Field<String> ID = text("action_id");
    private static final Field<String> NAME = text("name");
    private static final Field<String> DESCRIPTION = text("description");

    @Override
    public @Nullable ActionTarget find(Tx tx, AccountRegion scope, String id) {
        return SqlTx.dsl(tx)
                .select(ID, NAME, DESCRIPTION)
                .from(ACTION_TARGET)
                .where(in(scope))
                .and(ID.eq(id))
                .fetchOne(JdbcActionTargets::target);
    }

    @Override
    public void save(Tx tx, AccountRegion scope, ActionTarget target) {
        SqlTx.dsl(tx)
                .insertInto(ACTION_TARGET, ACCOUNT, REGION, ID, NAME, DESCRIPTION)
                .values(
                        scope.account().value(),
                        scope.region().value(),
                        target.id(),
                        target.name(),
                        target.description())
                .onConflict(ACCOUNT, REGION, ID)
                .doUpdate()
                .set(NAME, excluded(NAME))
                .set(DESCRIPTION, excluded(DESCRIPTION))
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String id) {
        return SqlTx.dsl(tx)
                        .deleteFrom(ACTION_TARGET)
                        .where(in(scope))
                        .and(ID.eq(id))
                        .execute()
                > 0;
    }

    @Override
    public List<ActionTarget> all(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(ID, NAME, DESCRIPTION)
                .from(ACTION_TARGET)
                .where(in(scope))
                .orderBy(ID)
                .fetch(JdbcActionTargets::target);
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        SqlTx.dsl(tx).deleteFrom(ACTION_TARGET).where(in(scope)).execute();
    }

    private static ActionTarget target(Record row) {
        return new ActionTarget(row.get(ID), row.get(NAME), row.get(DESCRIPTION));
    }

    private static Condition in(AccountRegion scope) {
        return ACCOUNT.eq(scope.account().value()).and(REGION.eq(scope.region().value()));
    }

    private static Field<String> text(String column) {
        return field(name(column), SQLDataType.CLOB);
    }
}
