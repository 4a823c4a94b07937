// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.CustomInsights;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.insight.Grouping;
import io.fleetward.hub.insight.Insight;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The table {@code insight}. Thread-safe. */
public final class JdbcCustomInsights implements CustomInsights {
    private static final Table<Record> INSIGHT = table(name("insight"));
    private static final Field<String> ACCOUNT = text("account");
    private static final Field<String> REGION = text("region");
    private static final Field<String> ARN = text("arn");
    private static final Field<String> NAME = text("name");
    private static final Field<String> FILTERS = text("filters");
    private static final Field<String> GROUP_BY = text("group_by");

    @Override
    public @Nullable Insight find(Tx tx, AccountRegion scope, String arn) {
        return SqlTx.dsl(tx)
                .select(ARN, NAME, FILTERS, GROUP_BY)
                .from(INSIGHT)
                .where(in(scope))
                .and(ARN.eq(arn))
                .fetchOne(JdbcCustomInsights::insight);
    }

    @Override
    public void save(Tx tx, AccountRegion scope, Insight insight) {
        SqlTx.dsl(tx)
                .insertInto(INSIGHT, ACCOUNT, REGION, ARN, NAME, FILTERS, GROUP_BY)
                .values(
                        scope.account().value(),
                        scope.region().value(),
                        insight.arn(),
                        insight.name(),
                        insight.filters().toString(),
                        insight.grouping().key().wireName())
                .onConflict(ACCOUNT, REGION, ARN)
                .doUpdate()
                .set(NAME, excluded(NAME))
                .set(FILTERS, excluded(FILTERS))
                .set(GROUP_BY, excluded(GROUP_BY))
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String arn) {
        return SqlTx.dsl(tx)
                        .deleteFrom(INSIGHT)
                        .where(in(scope))
                        .and(ARN.eq(arn))
                        .execute()
                > 0;
    }

    @Override
    public List<Insight> all(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(ARN, NAME, FILTERS, GROUP_BY)
                .from(INSIGHT)
                .where(in(scope))
                .orderBy(ARN)
                .fetch(JdbcCustomInsights::insight);
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        SqlTx.dsl(tx).deleteFrom(INSIGHT).where(in(scope)).execute();
    }

    private static Insight insight(Record row) {
        String attribute = row.get(GROUP_BY);
        return new Insight(
                row.get(ARN),
                row.get(NAME),
                (ObjectNode) JsonMapper.shared().readTree(row.get(FILTERS)),
                Objects.requireNonNull(Grouping.named(attribute), attribute));
    }

    private static Condition in(AccountRegion scope) {
        return ACCOUNT.eq(scope.account().value()).and(REGION.eq(scope.region().value()));
    }

    private static Field<String> text(String column) {
        return field(name(column), SQLDataType.CLOB);
    }
}
