// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.Hub;
import io.fleetward.application.hub.Hub.ControlFindingGenerator;
import io.fleetward.application.hub.Hubs;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import io.fleetward.store.SqlTx;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table {@code hub}. Thread-safe. */
public final class JdbcHubs implements Hubs {
    private static final Table<Record> HUB = table(name("hub"));
    private static final Field<String> ACCOUNT = field(name("account"), SQLDataType.CLOB);
    private static final Field<String> REGION = field(name("region"), SQLDataType.CLOB);
    private static final Field<Long> SUBSCRIBED_AT = field(name("subscribed_at"), SQLDataType.BIGINT);
    private static final Field<Long> DISABLED_AT = field(name("disabled_at"), SQLDataType.BIGINT);
    private static final Field<Integer> AUTO_ENABLE = field(name("auto_enable_controls"), SQLDataType.INTEGER);
    private static final Field<String> GENERATOR = field(name("control_finding_generator"), SQLDataType.CLOB);
    private static final Field<String> TAGS = field(name("tags"), SQLDataType.CLOB);

    @Override
    public @Nullable Hub find(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx).selectFrom(HUB).where(in(scope)).fetchOne(JdbcHubs::hub);
    }

    @Override
    public void save(Tx tx, Hub hub) {
        Instant disabledAt = hub.disabledAt();
        SqlTx.dsl(tx)
                .insertInto(HUB, ACCOUNT, REGION, SUBSCRIBED_AT, DISABLED_AT, AUTO_ENABLE, GENERATOR, TAGS)
                .values(
                        hub.scope().account().value(),
                        hub.scope().region().value(),
                        hub.subscribedAt().toEpochMilli(),
                        disabledAt == null ? null : disabledAt.toEpochMilli(),
                        hub.autoEnableControls() ? 1 : 0,
                        hub.controlFindingGenerator().name(),
                        StoredJson.text(hub.tags()))
                .onConflict(ACCOUNT, REGION)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public void delete(Tx tx, AccountRegion scope) {
        SqlTx.dsl(tx).deleteFrom(HUB).where(in(scope)).execute();
    }

    @Override
    public List<Region> regions(Tx tx, AccountId account) {
        return SqlTx.dsl(tx)
                .select(REGION)
                .from(HUB)
                .where(ACCOUNT.eq(account.value()).and(DISABLED_AT.isNull()))
                .orderBy(REGION)
                .fetch(row -> new Region(row.get(REGION)));
    }

    @Override
    public List<Hub> all(Tx tx) {
        return SqlTx.dsl(tx).selectFrom(HUB).orderBy(ACCOUNT, REGION).fetch(JdbcHubs::hub);
    }

    private static Condition in(AccountRegion scope) {
        return ACCOUNT.eq(scope.account().value()).and(REGION.eq(scope.region().value()));
    }

    private static Hub hub(Record row) {
        Long disabledAt = row.get(DISABLED_AT);
        return new Hub(
                AccountRegion.of(row.get(ACCOUNT), row.get(REGION)),
                Instant.ofEpochMilli(row.get(SUBSCRIBED_AT)),
                disabledAt == null ? null : Instant.ofEpochMilli(disabledAt),
                row.get(AUTO_ENABLE) == 1,
                ControlFindingGenerator.valueOf(row.get(GENERATOR)),
                StoredJson.texts(row.get(TAGS)));
    }
}
