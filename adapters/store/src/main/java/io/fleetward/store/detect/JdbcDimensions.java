// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.detect.Dimensions;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.dimension.Dimension;
import io.fleetward.detect.dimension.DimensionResource;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code dimension}. Thread-safe. */
public final class JdbcDimensions implements Dimensions {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final Table<Record> DIMENSION = table(name("dimension"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> TOKEN = text("token");
    private static final Field<String> FILTERS = text("filters");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> MODIFIED_AT = number("modified_at");
    private static final List<Field<?>> COLUMNS = List.of(ACCOUNT, REGION, NAME, FILTERS, CREATED_AT, MODIFIED_AT);

    @Override
    public @Nullable DimensionResource find(Tx tx, AccountRegion scope, String name) {
        return fetchOne(tx, scope, NAME.eq(name));
    }

    @Override
    public @Nullable DimensionResource findByToken(Tx tx, AccountRegion scope, String token) {
        return fetchOne(tx, scope, TOKEN.eq(token));
    }

    @Override
    public void add(Tx tx, DimensionResource dimension, String token) {
        SqlTx.dsl(tx)
                .insertInto(DIMENSION)
                .set(Tenant.row(dimension.scope()))
                .set(NAME, dimension.name())
                .set(TOKEN, token)
                .set(FILTERS, MAPPER.writeValueAsString(dimension.dimension().filters()))
                .set(CREATED_AT, dimension.createdAt().toEpochMilli())
                .set(MODIFIED_AT, dimension.modifiedAt().toEpochMilli())
                .execute();
    }

    @Override
    public void replace(Tx tx, DimensionResource dimension) {
        SqlTx.dsl(tx)
                .update(DIMENSION)
                .set(FILTERS, MAPPER.writeValueAsString(dimension.dimension().filters()))
                .set(MODIFIED_AT, dimension.modifiedAt().toEpochMilli())
                .where(Tenant.is(dimension.scope()).and(NAME.eq(dimension.name())))
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String name) {
        return SqlTx.dsl(tx)
                        .deleteFrom(DIMENSION)
                        .where(Tenant.is(scope).and(NAME.eq(name)))
                        .execute()
                > 0;
    }

    @Override
    public int count(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx).fetchCount(DIMENSION, Tenant.is(scope));
    }

    @Override
    public Page<DimensionResource> list(Tx tx, AccountRegion scope, PageRequest page) {
        List<DimensionResource> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(DIMENSION)
                .where(Tenant.is(scope))
                .and(page.after() == null ? noCondition() : NAME.gt(page.after()))
                .orderBy(NAME)
                .limit(page.limit() + 1)
                .fetch(JdbcDimensions::dimension);
        return Page.cut(read, page.limit(), DimensionResource::name);
    }

    private static @Nullable DimensionResource fetchOne(Tx tx, AccountRegion scope, Condition condition) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(DIMENSION)
                .where(Tenant.is(scope).and(condition))
                .fetchOne(JdbcDimensions::dimension);
    }

    private static DimensionResource dimension(Record row) {
        return new DimensionResource(
                Tenant.of(row),
                new Dimension(row.get(NAME), MAPPER.readValue(row.get(FILTERS), TEXTS)),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(MODIFIED_AT)));
    }
}
