// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.registry.thing.ThingTypes;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingType;
import io.fleetward.registry.thing.ThingTypeName;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code thing_type}. Thread-safe. */
public final class JdbcThingTypes implements ThingTypes {
    private static final Table<Record> THING_TYPE = table(name("thing_type"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> ID = text("id");
    private static final Field<String> DESCRIPTION = text("description");
    private static final Field<String> SEARCHABLE = text("searchable_attributes");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> DEPRECATED_AT = number("deprecated_at");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, NAME, ID, DESCRIPTION, SEARCHABLE, CREATED_AT, DEPRECATED_AT);

    @Override
    public @Nullable ThingType find(Tx tx, AccountRegion scope, ThingTypeName name) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(THING_TYPE)
                .where(Tenant.is(scope).and(NAME.eq(name.value())))
                .fetchOne(JdbcThingTypes::type);
    }

    @Override
    public void put(Tx tx, ThingType type) {
        Map<Field<?>, Object> row = Tenant.row(type.scope());
        row.put(NAME, type.name().value());
        row.put(ID, type.id());
        row.put(SEARCHABLE, JsonTexts.write(type.properties().searchableAttributes()));
        row.put(CREATED_AT, type.createdAt().toEpochMilli());
        Instant deprecatedAt = type.deprecatedAt();
        SqlTx.dsl(tx)
                .insertInto(THING_TYPE)
                .set(row)
                .set(DESCRIPTION, type.properties().description())
                .set(DEPRECATED_AT, deprecatedAt == null ? null : deprecatedAt.toEpochMilli())
                .onConflict(ACCOUNT, REGION, NAME)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, ThingTypeName name) {
        return SqlTx.dsl(tx)
                        .deleteFrom(THING_TYPE)
                        .where(Tenant.is(scope).and(NAME.eq(name.value())))
                        .execute()
                > 0;
    }

    @Override
    public Page<ThingType> list(Tx tx, AccountRegion scope, PageRequest page) {
        List<ThingType> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(THING_TYPE)
                .where(Tenant.is(scope))
                .and(page.after() == null ? noCondition() : NAME.gt(page.after()))
                .orderBy(NAME)
                .limit(page.limit() + 1)
                .fetch(JdbcThingTypes::type);
        return Page.cut(read, page.limit(), type -> type.name().value());
    }

    private static ThingType type(Record row) {
        Long deprecatedAt = row.get(DEPRECATED_AT);
        return new ThingType(
                Tenant.of(row),
                new ThingTypeName(row.get(NAME)),
                row.get(ID),
                new ThingType.Properties(row.get(DESCRIPTION), JsonTexts.list(row.get(SEARCHABLE))),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                deprecatedAt == null ? null : Instant.ofEpochMilli(deprecatedAt));
    }
}
