// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.text;
import static io.fleetward.store.registry.JdbcThingGroups.LINEAGE;
import static io.fleetward.store.registry.JdbcThingGroups.THING_GROUP;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.registry.thing.ThingGroupMembers;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The table {@code thing_group_member}. Thread-safe. */
public final class JdbcThingGroupMembers implements ThingGroupMembers {
    private static final Table<Record> MEMBER = table(name("thing_group_member"));
    private static final Field<String> GROUP = text("thing_group");
    private static final Field<String> THING = text("thing");

    @Override
    public boolean add(Tx tx, AccountRegion scope, ThingGroupName group, ThingName thing) {
        return SqlTx.dsl(tx)
                        .insertInto(MEMBER, ACCOUNT, REGION, GROUP, THING)
                        .values(scope.account().value(), scope.region().value(), group.value(), thing.value())
                        .onConflict(ACCOUNT, REGION, GROUP, THING)
                        .doNothing()
                        .execute()
                > 0;
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, ThingGroupName group, ThingName thing) {
        return delete(tx, scope, GROUP.eq(group.value()).and(THING.eq(thing.value()))) > 0;
    }

    @Override
    public void removeThing(Tx tx, AccountRegion scope, ThingName thing) {
        delete(tx, scope, THING.eq(thing.value()));
    }

    @Override
    public void removeGroup(Tx tx, AccountRegion scope, ThingGroupName group) {
        delete(tx, scope, GROUP.eq(group.value()));
    }

    @Override
    public List<ThingGroup> groupsOf(Tx tx, AccountRegion scope, ThingName thing) {
        return SqlTx.dsl(tx)
                .select(JdbcThingGroups.COLUMNS)
                .from(THING_GROUP)
                .where(Tenant.is(scope))
                .and(JdbcThingGroups.NAME.in(
                        select(GROUP).from(MEMBER).where(Tenant.is(scope).and(THING.eq(thing.value())))))
                .orderBy(JdbcThingGroups.NAME)
                .fetch(JdbcThingGroups::group);
    }

    @Override
    public Map<ThingName, List<ThingGroupName>> groupNames(Tx tx, AccountRegion scope, Collection<ThingName> things) {
        return SqlTx.dsl(tx)
                .select(THING, GROUP)
                .from(MEMBER)
                .where(Tenant.is(scope))
                .and(THING.in(things.stream().map(ThingName::value).toList()))
                .orderBy(THING, GROUP)
                .fetchGroups(row -> new ThingName(row.value1()), row -> new ThingGroupName(row.value2()));
    }

    @Override
    public Page<ThingName> thingsIn(Tx tx, ThingGroup group, boolean isRecursive, PageRequest page) {
        AccountRegion scope = group.scope();
        Condition inGroup = isRecursive
                ? GROUP.in(select(JdbcThingGroups.NAME)
                        .from(THING_GROUP)
                        .where(Tenant.is(scope).and(TextRange.startsWith(LINEAGE, Lineage.of(group)))))
                : GROUP.eq(group.name().value());
        List<ThingName> read = SqlTx.dsl(tx)
                .selectDistinct(THING)
                .from(MEMBER)
                .where(Tenant.is(scope))
                .and(inGroup)
                .and(page.after() == null ? noCondition() : THING.gt(page.after()))
                .orderBy(THING)
                .limit(page.limit() + 1)
                .fetch(row -> new ThingName(row.value1()));
        return Page.cut(read, page.limit(), ThingName::value);
    }

    private static int delete(Tx tx, AccountRegion scope, Condition condition) {
        return SqlTx.dsl(tx)
                .deleteFrom(MEMBER)
                .where(Tenant.is(scope).and(condition))
                .execute();
    }
}
