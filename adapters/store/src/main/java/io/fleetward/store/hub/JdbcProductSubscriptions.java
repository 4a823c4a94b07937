// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.substring;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.ProductSubscriptions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The table {@code product_subscription}. Thread-safe. */
public final class JdbcProductSubscriptions implements ProductSubscriptions {
    private static final Table<Record> SUBSCRIPTION = table(name("product_subscription"));
    private static final Field<String> ACCOUNT = field(name("account"), SQLDataType.CLOB);
    private static final Field<String> REGION = field(name("region"), SQLDataType.CLOB);
    private static final Field<String> PRODUCT = field(name("product"), SQLDataType.CLOB);

    @Override
    public Set<String> among(Tx tx, AccountRegion scope, Collection<String> products) {
        return SqlTx.dsl(tx)
                .select(PRODUCT)
                .from(SUBSCRIPTION)
                .where(in(scope))
                .and(PRODUCT.in(products))
                .fetchSet(PRODUCT);
    }

    @Override
    public boolean add(Tx tx, AccountRegion scope, String product) {
        return SqlTx.dsl(tx)
                        .insertInto(SUBSCRIPTION, ACCOUNT, REGION, PRODUCT)
                        .values(scope.account().value(), scope.region().value(), product)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String product) {
        return SqlTx.dsl(tx)
                        .deleteFrom(SUBSCRIPTION)
                        .where(in(scope))
                        .and(PRODUCT.eq(product))
                        .execute()
                > 0;
    }

    @Override
    public Page<String> list(Tx tx, AccountRegion scope, PageRequest page) {
        List<String> products = SqlTx.dsl(tx)
                .select(PRODUCT)
                .from(SUBSCRIPTION)
                .where(in(scope))
                .and(page.after() == null ? noCondition() : PRODUCT.gt(page.after()))
                .orderBy(PRODUCT)
                .limit(page.limit() + 1)
                .fetch(PRODUCT);
        return Page.cut(products, page.limit(), product -> product);
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope, String productPrefix) {
        SqlTx.dsl(tx)
                .deleteFrom(SUBSCRIPTION)
                .where(in(scope))
                .and(substring(PRODUCT, 1, productPrefix.length()).eq(productPrefix))
                .execute();
    }

    private static Condition in(AccountRegion scope) {
        return ACCOUNT.eq(scope.account().value()).and(REGION.eq(scope.region().value()));
    }
}
