// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.registry.thing.ThingGroupFilter;
import io.fleetward.application.registry.thing.ThingGroups;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.Attributes;
import io.fleetward.registry.thing.GroupQuery;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code thing_group}. Thread-safe. */
public final class JdbcThingGroups implements ThingGroups {
    static final Table<Record> THING_GROUP = table(name("thing_group"));
    static final Field<String> NAME = text("name");
    static final Field<String> LINEAGE = text("lineage");
    private static final Field<String> ID = text("id");
    private static final Field<String> PARENT = text("parent");
    private static final Field<String> DESCRIPTION = text("description");
    private static final Field<String> ATTRIBUTES = text("attributes");
    private static final Field<Long> VERSION = number("version");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<String> QUERY = text("query");
    private static final Field<String> QUERY_STATUS = text("query_status");
    private static final Field<String> QUERY_POSITION = text("query_position");
    static final List<Field<?>> COLUMNS = List.of(
            ACCOUNT,
            REGION,
            NAME,
            ID,
            LINEAGE,
            DESCRIPTION,
            ATTRIBUTES,
            VERSION,
            CREATED_AT,
            QUERY,
            QUERY_STATUS,
            QUERY_POSITION);

    @Override
    public @Nullable ThingGroup find(Tx tx, AccountRegion scope, ThingGroupName name) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(THING_GROUP)
                .where(Tenant.is(scope).and(NAME.eq(name.value())))
                .fetchOne(JdbcThingGroups::group);
    }

    @Override
    public void put(Tx tx, ThingGroup group) {
        Map<Field<?>, Object> row = Tenant.row(group.scope());
        row.put(NAME, group.name().value());
        row.put(ID, group.id());
        row.put(LINEAGE, Lineage.of(group));
        row.put(ATTRIBUTES, JsonTexts.write(group.properties().attributes().values()));
        row.put(VERSION, group.version());
        row.put(CREATED_AT, group.createdAt().toEpochMilli());
        ThingGroupName parent = group.parent();
        GroupQuery query = group.query();
        SqlTx.dsl(tx)
                .insertInto(THING_GROUP)
                .set(row)
                .set(PARENT, parent == null ? null : parent.value())
                .set(DESCRIPTION, group.properties().description())
                .set(QUERY, query == null ? null : query.text())
                .set(QUERY_STATUS, query == null ? null : query.status().name())
                .set(QUERY_POSITION, query == null ? null : query.position())
                .onConflict(ACCOUNT, REGION, NAME)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, ThingGroupName name) {
        return SqlTx.dsl(tx)
                        .deleteFrom(THING_GROUP)
                        .where(Tenant.is(scope).and(NAME.eq(name.value())))
                        .execute()
                > 0;
    }

    @Override
    public int countChildren(Tx tx, AccountRegion scope, ThingGroupName parent) {
        return SqlTx.dsl(tx).fetchCount(THING_GROUP, Tenant.is(scope).and(PARENT.eq(parent.value())));
    }

    @Override
    public Page<ThingGroup> list(Tx tx, AccountRegion scope, ThingGroupFilter filter, PageRequest page) {
        List<ThingGroup> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(THING_GROUP)
                .where(Tenant.is(scope))
                .and(isBelow(filter))
                .and(filter.namePrefix() == null ? noCondition() : TextRange.startsWith(NAME, filter.namePrefix()))
                .and(page.after() == null ? noCondition() : NAME.gt(page.after()))
                .orderBy(NAME)
                .limit(page.limit() + 1)
                .fetch(JdbcThingGroups::group);
        return Page.cut(read, page.limit(), group -> group.name().value());
    }

    @Override
    public List<ThingGroup> dynamic(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(THING_GROUP)
                .where(Tenant.is(scope).and(QUERY.isNotNull()))
                .orderBy(CREATED_AT, NAME)
                .fetch(JdbcThingGroups::group);
    }

    @Override
    public List<AccountRegion> unfinishedScopes(Tx tx) {
        return SqlTx.dsl(tx)
                .selectDistinct(ACCOUNT, REGION)
                .from(THING_GROUP)
                .where(QUERY.isNotNull())
                .and(QUERY_STATUS.ne(GroupQuery.Status.ACTIVE.name()))
                .orderBy(ACCOUNT, REGION)
                .fetch(Tenant::of);
    }

    private static Condition isBelow(ThingGroupFilter filter) {
        ThingGroup under = filter.under();
        if (!filter.isRecursive()) {
            return under == null ? PARENT.isNull() : PARENT.eq(under.name().value());
        }
        return under == null
                ? noCondition()
                : TextRange.startsWith(LINEAGE, Lineage.of(under))
                        .and(NAME.ne(under.name().value()));
    }

    static ThingGroup group(Record row) {
        var properties =
                new ThingGroup.Properties(row.get(DESCRIPTION), new Attributes(JsonTexts.map(row.get(ATTRIBUTES))));
        return new ThingGroup(
                Tenant.of(row),
                new ThingGroupName(row.get(NAME)),
                row.get(ID),
                Lineage.ancestors(row.get(LINEAGE)),
                properties,
                query(row),
                row.get(VERSION),
                Instant.ofEpochMilli(row.get(CREATED_AT)));
    }

    private static @Nullable GroupQuery query(Record row) {
        String text = row.get(QUERY);
        return text == null
                ? null
                : new GroupQuery(text, GroupQuery.Status.valueOf(row.get(QUERY_STATUS)), row.get(QUERY_POSITION));
    }
}
