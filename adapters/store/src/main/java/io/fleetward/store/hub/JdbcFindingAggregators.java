// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.FindingAggregators;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.FindingAggregator;
import io.fleetward.hub.aggregation.RegionLinking;
import io.fleetward.hub.aggregation.RegionLinking.Mode;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import io.fleetward.store.SqlTx;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table {@code finding_aggregator}. Thread-safe. */
public final class JdbcFindingAggregators implements FindingAggregators {
    private static final Table<Record> AGGREGATOR = table(name("finding_aggregator"));
    private static final Field<String> ACCOUNT = field(name("account"), SQLDataType.CLOB);
    private static final Field<String> REGION = field(name("region"), SQLDataType.CLOB);
    private static final Field<String> ID = field(name("id"), SQLDataType.CLOB);
    private static final Field<String> MODE = field(name("linking_mode"), SQLDataType.CLOB);
    private static final Field<String> REGIONS = field(name("linking_regions"), SQLDataType.CLOB);

    @Override
    public @Nullable FindingAggregator find(Tx tx, AccountId account) {
        return SqlTx.dsl(tx)
                .selectFrom(AGGREGATOR)
                .where(ACCOUNT.eq(account.value()))
                .fetchOne(JdbcFindingAggregators::aggregator);
    }

    @Override
    public void save(Tx tx, FindingAggregator aggregator) {
        RegionLinking linking = aggregator.linking();
        SqlTx.dsl(tx)
                .insertInto(AGGREGATOR, ACCOUNT, REGION, ID, MODE, REGIONS)
                .values(
                        aggregator.home().account().value(),
                        aggregator.home().region().value(),
                        aggregator.id(),
                        linking.mode().name(),
                        TextList.write(
                                linking.regions().stream().map(Region::value).toList()))
                .onConflict(ACCOUNT, REGION)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public void delete(Tx tx, AccountId account) {
        SqlTx.dsl(tx).deleteFrom(AGGREGATOR).where(ACCOUNT.eq(account.value())).execute();
    }

    private static FindingAggregator aggregator(Record row) {
        return new FindingAggregator(
                AccountRegion.of(row.get(ACCOUNT), row.get(REGION)),
                row.get(ID),
                new RegionLinking(
                        Mode.valueOf(row.get(MODE)),
                        TextList.read(row.get(REGIONS)).stream()
                                .map(Region::new)
                                .toList()));
    }
}
