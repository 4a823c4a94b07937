// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.detect.CustomMetrics;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.custom.CustomMetricDefinition;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code custom_metric}. Thread-safe. */
public final class JdbcCustomMetrics implements CustomMetrics {
    private static final Table<Record> METRIC = table(name("custom_metric"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> TOKEN = text("token");
    private static final Field<String> TYPE = text("type");
    private static final Field<String> DISPLAY_NAME = text("display_name");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> MODIFIED_AT = number("modified_at");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, NAME, TYPE, DISPLAY_NAME, CREATED_AT, MODIFIED_AT);

    @Override
    public @Nullable CustomMetricDefinition find(Tx tx, AccountRegion scope, String name) {
        return fetchOne(tx, scope, NAME.eq(name));
    }

    @Override
    public @Nullable CustomMetricDefinition findByToken(Tx tx, AccountRegion scope, String token) {
        return fetchOne(tx, scope, TOKEN.eq(token));
    }

    @Override
    public void add(Tx tx, CustomMetricDefinition metric, String token) {
        SqlTx.dsl(tx)
                .insertInto(METRIC)
                .set(Tenant.row(metric.scope()))
                .set(NAME, metric.name())
                .set(TOKEN, token)
                .set(TYPE, metric.type().wireName())
                .set(DISPLAY_NAME, metric.displayName())
                .set(CREATED_AT, metric.createdAt().toEpochMilli())
                .set(MODIFIED_AT, metric.modifiedAt().toEpochMilli())
                .execute();
    }

    @Override
    public void replace(Tx tx, CustomMetricDefinition metric) {
        SqlTx.dsl(tx)
                .update(METRIC)
                .set(TYPE, metric.type().wireName())
                .set(DISPLAY_NAME, metric.displayName())
                .set(MODIFIED_AT, metric.modifiedAt().toEpochMilli())
                .where(Tenant.is(metric.scope()).and(NAME.eq(metric.name())))
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String name) {
        return SqlTx.dsl(tx)
                        .deleteFrom(METRIC)
                        .where(Tenant.is(scope).and(NAME.eq(name)))
                        .execute()
                > 0;
    }

    @Override
    public int count(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx).fetchCount(METRIC, Tenant.is(scope));
    }

    @Override
    public Page<CustomMetricDefinition> list(Tx tx, AccountRegion scope, PageRequest page) {
        List<CustomMetricDefinition> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(METRIC)
                .where(Tenant.is(scope))
                .and(page.after() == null ? noCondition() : NAME.gt(page.after()))
                .orderBy(NAME)
                .limit(page.limit() + 1)
                .fetch(JdbcCustomMetrics::metric);
        return Page.cut(read, page.limit(), CustomMetricDefinition::name);
    }

    private static @Nullable CustomMetricDefinition fetchOne(Tx tx, AccountRegion scope, Condition condition) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(METRIC)
                .where(Tenant.is(scope).and(condition))
                .fetchOne(JdbcCustomMetrics::metric);
    }

    private static CustomMetricDefinition metric(Record row) {
        CustomMetricType type = CustomMetricType.ofWireName(row.get(TYPE));
        if (type == null) {
            throw new IllegalStateException("a stored custom metric has an unknown type: " + row.get(TYPE));
        }
        return new CustomMetricDefinition(
                Tenant.of(row),
                row.get(NAME),
                type,
                row.get(DISPLAY_NAME),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(MODIFIED_AT)));
    }
}
