// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.HubDelegations;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.Delegation;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table {@code hub_delegation}. Thread-safe. */
public final class JdbcHubDelegations implements HubDelegations {
    private static final Table<Record> DELEGATION = table(name("hub_delegation"));
    private static final Field<String> ACCOUNT = field(name("account"), SQLDataType.CLOB);
    private static final Field<String> REGION = field(name("region"), SQLDataType.CLOB);
    private static final Field<String> ADMINISTRATOR = field(name("administrator"), SQLDataType.CLOB);
    private static final Field<Integer> AUTO_ENABLE = field(name("auto_enable"), SQLDataType.INTEGER);
    private static final Field<Integer> STANDARDS = field(name("auto_enable_standards"), SQLDataType.INTEGER);
    private static final Field<Integer> IS_CENTRAL = field(name("is_central"), SQLDataType.INTEGER);

    @Override
    public @Nullable Delegation by(Tx tx, AccountRegion management) {
        return SqlTx.dsl(tx).selectFrom(DELEGATION).where(of(management)).fetchOne(JdbcHubDelegations::delegation);
    }

    @Override
    public @Nullable Delegation to(Tx tx, AccountRegion administrator) {
        return SqlTx.dsl(tx)
                .selectFrom(DELEGATION)
                .where(ADMINISTRATOR.eq(administrator.account().value()))
                .and(REGION.eq(administrator.region().value()))
                .fetchOne(JdbcHubDelegations::delegation);
    }

    @Override
    public List<Delegation> all(Tx tx, AccountId management) {
        return SqlTx.dsl(tx)
                .selectFrom(DELEGATION)
                .where(ACCOUNT.eq(management.value()))
                .orderBy(REGION)
                .fetch(JdbcHubDelegations::delegation);
    }

    @Override
    public void save(Tx tx, Delegation delegation) {
        SqlTx.dsl(tx)
                .insertInto(DELEGATION, ACCOUNT, REGION, ADMINISTRATOR, AUTO_ENABLE, STANDARDS, IS_CENTRAL)
                .values(
                        delegation.management().account().value(),
                        delegation.management().region().value(),
                        delegation.account().value(),
                        delegation.autoEnable() ? 1 : 0,
                        delegation.autoEnableStandards() ? 1 : 0,
                        delegation.isCentral() ? 1 : 0)
                .onConflict(ACCOUNT, REGION)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public void delete(Tx tx, AccountRegion management) {
        SqlTx.dsl(tx).deleteFrom(DELEGATION).where(of(management)).execute();
    }

    private static Condition of(AccountRegion management) {
        return ACCOUNT.eq(management.account().value())
                .and(REGION.eq(management.region().value()));
    }

    private static Delegation delegation(Record row) {
        return new Delegation(
                AccountRegion.of(row.get(ACCOUNT), row.get(REGION)),
                new AccountId(row.get(ADMINISTRATOR)),
                row.get(AUTO_ENABLE) == 1,
                row.get(STANDARDS) == 1,
                row.get(IS_CENTRAL) == 1);
    }
}
