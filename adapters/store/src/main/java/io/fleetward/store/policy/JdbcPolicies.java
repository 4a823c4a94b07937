// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.policy;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.policy.Policies;
import io.fleetward.application.registry.certificate.CreationOrder;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tables {@code policy} and {@code policy_version}. Thread-safe. */
public final class JdbcPolicies implements Policies {
    private static final Table<Record> POLICY = table(name("policy"));
    private static final Field<String> NAME = text("name");
    private static final Field<Integer> DEFAULT_VERSION = integer("default_version");
    private static final Field<Integer> LAST_VERSION = integer("last_version");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> MODIFIED_AT = number("modified_at");
    private static final Field<String> GENERATION_ID = text("generation_id");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, NAME, DEFAULT_VERSION, LAST_VERSION, CREATED_AT, MODIFIED_AT, GENERATION_ID);

    @Override
    public @Nullable Policy find(Tx tx, AccountRegion scope, PolicyName name) {
        return SqlTx.dsl(tx).select(COLUMNS).from(POLICY).where(is(scope, name)).fetchOne(JdbcPolicies::policy);
    }

    @Override
    public void put(Tx tx, Policy policy) {
        Map<Field<?>, Object> row = Tenant.row(policy.scope());
        row.put(NAME, policy.name().value());
        row.put(DEFAULT_VERSION, policy.defaultVersion());
        row.put(LAST_VERSION, policy.lastVersion());
        row.put(CREATED_AT, policy.createdAt().toEpochMilli());
        row.put(MODIFIED_AT, policy.lastModifiedAt().toEpochMilli());
        row.put(GENERATION_ID, policy.generationId());
        SqlTx.dsl(tx)
                .insertInto(POLICY)
                .set(row)
                .onConflict(ACCOUNT, REGION, NAME)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, PolicyName name) {
        SqlTx.dsl(tx)
                .deleteFrom(VersionColumns.POLICY_VERSION)
                .where(VersionColumns.isOf(scope, name))
                .execute();
        return SqlTx.dsl(tx).deleteFrom(POLICY).where(is(scope, name)).execute() > 0;
    }

    @Override
    public Page<Policy> list(Tx tx, AccountRegion scope, boolean isAscending, PageRequest page) {
        List<Policy> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(POLICY)
                .where(Tenant.is(scope))
                .and(after(page.after(), isAscending))
                .orderBy(order(isAscending))
                .limit(page.limit() + 1)
                .fetch(JdbcPolicies::policy);
        return Page.cut(
                read,
                page.limit(),
                policy -> new CreationOrder(policy.createdAt(), policy.name().value()).key());
    }

    @Override
    public Page<PolicyVersion> listInForce(Tx tx, AccountRegion scope, PageRequest page) {
        List<PolicyVersion> read = SqlTx.dsl(tx)
                .select(VersionColumns.ALL)
                .from(VersionColumns.POLICY_VERSION)
                .join(POLICY)
                .on(VersionColumns.isInForce())
                .where(VersionColumns.isOf(scope))
                .and(page.after() == null ? noCondition() : VersionColumns.POLICY.gt(page.after()))
                .orderBy(VersionColumns.POLICY)
                .limit(page.limit() + 1)
                .fetch(VersionColumns::version);
        return Page.cut(read, page.limit(), version -> version.policy().value());
    }

    @Override
    public void addVersion(Tx tx, PolicyVersion version) {
        SqlTx.dsl(tx)
                .insertInto(VersionColumns.POLICY_VERSION)
                .set(VersionColumns.row(version))
                .execute();
    }

    @Override
    public @Nullable PolicyVersion findVersion(Tx tx, AccountRegion scope, PolicyName name, int number) {
        return SqlTx.dsl(tx)
                .select(VersionColumns.ALL)
                .from(VersionColumns.POLICY_VERSION)
                .where(VersionColumns.isOf(scope, name).and(VersionColumns.VERSION.eq(number)))
                .fetchOne(VersionColumns::version);
    }

    @Override
    public List<PolicyVersion> versions(Tx tx, AccountRegion scope, PolicyName name) {
        return SqlTx.dsl(tx)
                .select(VersionColumns.ALL)
                .from(VersionColumns.POLICY_VERSION)
                .where(VersionColumns.isOf(scope, name))
                .orderBy(VersionColumns.VERSION)
                .fetch(VersionColumns::version);
    }

    @Override
    public boolean removeVersion(Tx tx, AccountRegion scope, PolicyName name, int number) {
        return SqlTx.dsl(tx)
                        .deleteFrom(VersionColumns.POLICY_VERSION)
                        .where(VersionColumns.isOf(scope, name).and(VersionColumns.VERSION.eq(number)))
                        .execute()
                > 0;
    }

    private static Condition is(AccountRegion scope, PolicyName name) {
        return Tenant.is(scope).and(NAME.eq(name.value()));
    }

    private static Condition after(@Nullable String key, boolean isAscending) {
        if (key == null) {
            return noCondition();
        }
        CreationOrder last = CreationOrder.parse(key);
        var position = row(CREATED_AT, NAME);
        long createdAt = last.createdAt().toEpochMilli();
        return isAscending ? position.gt(createdAt, last.id()) : position.lt(createdAt, last.id());
    }

    private static List<OrderField<?>> order(boolean isAscending) {
        return isAscending ? List.of(CREATED_AT.asc(), NAME.asc()) : List.of(CREATED_AT.desc(), NAME.desc());
    }

    private static Policy policy(Record row) {
        return new Policy(
                Tenant.of(row),
                new PolicyName(row.get(NAME)),
                row.get(DEFAULT_VERSION),
                row.get(LAST_VERSION),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(MODIFIED_AT)),
                row.get(GENERATION_ID));
    }
}
