// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.registry.thing.ThingFilter;
import io.fleetward.application.registry.thing.ThingFilter.ByAttribute;
import io.fleetward.application.registry.thing.Things;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingTypeName;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row5;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tables {@code thing} and {@code thing_attribute}, which is what lists are filtered by. Thread-safe. */
public final class JdbcThings implements Things {
    private static final Table<Record> THING = table(name("thing"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> ID = text("id");
    private static final Field<String> TYPE = text("thing_type");
    private static final Field<String> ATTRIBUTES = text("attributes");
    private static final Field<Long> VERSION = number("version");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, NAME, ID, TYPE, ATTRIBUTES, VERSION, CREATED_AT);

    private static final Table<Record> ATTRIBUTE = table(name("thing_attribute"));
    private static final Field<String> ATTRIBUTE_THING = text("thing");
    private static final Field<String> ATTRIBUTE_NAME = text("attribute");
    private static final Field<String> ATTRIBUTE_VALUE = text("attribute_value");

    @Override
    public @Nullable Thing find(Tx tx, AccountRegion scope, ThingName name) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(THING)
                .where(Tenant.is(scope).and(NAME.eq(name.value())))
                .fetchOne(JdbcThings::thing);
    }

    @Override
    public void put(Tx tx, Thing thing) {
        Map<Field<?>, Object> row = Tenant.row(thing.scope());
        row.put(NAME, thing.name().value());
        row.put(ID, thing.id());
        row.put(ATTRIBUTES, JsonTexts.write(thing.attributes().values()));
        row.put(VERSION, thing.version());
        row.put(CREATED_AT, thing.createdAt().toEpochMilli());
        ThingTypeName type = thing.type();
        SqlTx.dsl(tx)
                .insertInto(THING)
                .set(row)
                .set(TYPE, type == null ? null : type.value())
                .onConflict(ACCOUNT, REGION, NAME)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        replaceAttributes(SqlTx.dsl(tx), thing);
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, ThingName name) {
        DSLContext dsl = SqlTx.dsl(tx);
        dsl.deleteFrom(ATTRIBUTE)
                .where(Tenant.is(scope).and(ATTRIBUTE_THING.eq(name.value())))
                .execute();
        return dsl.deleteFrom(THING)
                        .where(Tenant.is(scope).and(NAME.eq(name.value())))
                        .execute()
                > 0;
    }

    @Override
    public Page<Thing> list(Tx tx, AccountRegion scope, ThingFilter filter, PageRequest page) {
        List<Thing> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(THING)
                .where(Tenant.is(scope))
                .and(
                        filter.type() == null
                                ? noCondition()
                                : TYPE.eq(filter.type().value()))
                .and(filter.attribute() == null ? noCondition() : hasAttribute(scope, filter.attribute()))
                .and(page.after() == null ? noCondition() : NAME.gt(page.after()))
                .orderBy(NAME)
                .limit(page.limit() + 1)
                .fetch(JdbcThings::thing);
        return Page.cut(read, page.limit(), thing -> thing.name().value());
    }

    @Override
    public boolean anyOfType(Tx tx, AccountRegion scope, ThingTypeName type) {
        DSLContext dsl = SqlTx.dsl(tx);
        return dsl.fetchExists(
                dsl.selectOne().from(THING).where(Tenant.is(scope).and(TYPE.eq(type.value()))));
    }

    private static Condition hasAttribute(AccountRegion scope, ByAttribute wanted) {
        String value = wanted.value();
        Condition valueFits;
        if (value == null) {
            valueFits = noCondition();
        } else {
            valueFits = wanted.isPrefix() ? TextRange.startsWith(ATTRIBUTE_VALUE, value) : ATTRIBUTE_VALUE.eq(value);
        }
        return NAME.in(select(ATTRIBUTE_THING)
                .from(ATTRIBUTE)
                .where(Tenant.is(scope).and(ATTRIBUTE_NAME.eq(wanted.name())).and(valueFits)));
    }

    private static void replaceAttributes(DSLContext dsl, Thing thing) {
        dsl.deleteFrom(ATTRIBUTE)
                .where(Tenant.is(thing.scope())
                        .and(ATTRIBUTE_THING.eq(thing.name().value())))
                .execute();
        if (thing.attributes().size() > 0) {
            var values = new ArrayList<Row5<String, String, String, String, String>>();
            thing.attributes()
                    .values()
                    .forEach((attribute, value) -> values.add(attributeRow(thing, attribute, value)));
            dsl.insertInto(ATTRIBUTE, ACCOUNT, REGION, ATTRIBUTE_THING, ATTRIBUTE_NAME, ATTRIBUTE_VALUE)
                    .valuesOfRows(values)
                    .execute();
        }
    }

    private static Row5<String, String, String, String, String> attributeRow(
            Thing thing, String attribute, String value) {
        AccountRegion scope = thing.scope();
        return row(scope.account().value(), scope.region().value(), thing.name().value(), attribute, value);
    }

    private static Thing thing(Record row) {
        String type = row.get(TYPE);
        return new Thing(
                Tenant.of(row),
                new ThingName(row.get(NAME)),
                row.get(ID),
                type == null ? null : new ThingTypeName(type),
                new Attributes(JsonTexts.map(row.get(ATTRIBUTES))),
                row.get(VERSION),
                Instant.ofEpochMilli(row.get(CREATED_AT)));
    }
}
