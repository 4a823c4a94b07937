// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.view;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.store.Tx;
import io.fleetward.application.view.SavedView;
import io.fleetward.application.view.SavedViews;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectWhereStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table {@code saved_view}. Thread-safe. */
public final class JdbcSavedViews implements SavedViews {
    private static final Table<Record> SAVED_VIEW = table(name("saved_view"));
    private static final Field<String> ACCOUNT = field(name("account"), SQLDataType.CLOB);
    private static final Field<String> REGION = field(name("region"), SQLDataType.CLOB);
    private static final Field<String> PAGE = field(name("page"), SQLDataType.CLOB);
    private static final Field<String> NAME = field(name("name"), SQLDataType.CLOB);
    private static final Field<String> OWNER = field(name("owner"), SQLDataType.CLOB);
    private static final Field<String> STATE = field(name("state"), SQLDataType.CLOB);
    private static final Field<Integer> IS_SHARED = field(name("is_shared"), SQLDataType.INTEGER);
    private static final Field<Long> CHANGED_AT = field(name("changed_at"), SQLDataType.BIGINT);

    @Override
    public void put(Tx tx, SavedView view) {
        SqlTx.dsl(tx)
                .insertInto(SAVED_VIEW)
                .set(ACCOUNT, view.scope().account().value())
                .set(REGION, view.scope().region().value())
                .set(PAGE, view.page())
                .set(NAME, view.name())
                .set(OWNER, view.owner())
                .set(STATE, view.state())
                .set(IS_SHARED, view.isShared() ? 1 : 0)
                .set(CHANGED_AT, view.changedAt().toEpochMilli())
                .onConflict(ACCOUNT, REGION, PAGE, NAME, OWNER)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public @Nullable SavedView find(Tx tx, AccountRegion scope, String page, String name, String owner) {
        return select(tx).where(is(scope, page, name, owner)).fetchOne(row -> view(scope, row));
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String page, String name, String owner) {
        return SqlTx.dsl(tx)
                        .deleteFrom(SAVED_VIEW)
                        .where(is(scope, page, name, owner))
                        .execute()
                == 1;
    }

    @Override
    public List<SavedView> seenBy(Tx tx, AccountRegion scope, String owner) {
        return select(tx)
                .where(of(scope).and(OWNER.eq(owner).or(IS_SHARED.eq(1))))
                .orderBy(PAGE, NAME, OWNER)
                .fetch(row -> view(scope, row));
    }

    private static Condition of(AccountRegion scope) {
        return ACCOUNT.eq(scope.account().value()).and(REGION.eq(scope.region().value()));
    }

    private static Condition is(AccountRegion scope, String page, String name, String owner) {
        return of(scope).and(PAGE.eq(page)).and(NAME.eq(name)).and(OWNER.eq(owner));
    }

    private static SelectWhereStep<? extends Record> select(Tx tx) {
        return SqlTx.dsl(tx)
                .select(PAGE, NAME, OWNER, STATE, IS_SHARED, CHANGED_AT)
                .from(SAVED_VIEW);
    }

    private static SavedView view(AccountRegion scope, Record row) {
        return new SavedView(
                scope,
                row.get(PAGE),
                row.get(NAME),
                row.get(OWNER),
                row.get(STATE),
                row.get(IS_SHARED) == 1,
                Instant.ofEpochMilli(row.get(CHANGED_AT)));
    }
}
