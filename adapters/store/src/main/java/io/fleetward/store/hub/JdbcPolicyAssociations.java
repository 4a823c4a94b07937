// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.PolicyAssociations;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.central.PolicyAssociation;
import io.fleetward.hub.central.PolicyTarget;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table {@code policy_association}. Thread-safe. */
public final class JdbcPolicyAssociations implements PolicyAssociations {
    private static final Table<Record> ASSOCIATION = table(name("policy_association"));
    private static final Field<String> TARGET = text("target");
    private static final Field<String> POLICY_ID = text("policy_id");
    private static final Field<String> TYPE = text("association_type");
    private static final Field<String> STATUS = text("status");
    private static final Field<String> MESSAGE = text("message");
    private static final Field<Long> UPDATED_AT = field(name("updated_at"), SQLDataType.BIGINT);

    @Override
    public @Nullable PolicyAssociation find(Tx tx, AccountRegion administrator, PolicyTarget target) {
        return SqlTx.dsl(tx)
                .selectFrom(ASSOCIATION)
                .where(Tenant.is(administrator).and(TARGET.eq(target.id())))
                .fetchOne(JdbcPolicyAssociations::association);
    }

    @Override
    public List<Kept> about(Tx tx, AccountId account) {
        return SqlTx.dsl(tx)
                .selectFrom(ASSOCIATION)
                .where(TARGET.eq(account.value()))
                .orderBy(ACCOUNT, REGION)
                .fetch(row -> new Kept(AccountRegion.of(row.get(ACCOUNT), row.get(REGION)), association(row)));
    }

    @Override
    public List<PolicyAssociation> all(Tx tx, AccountRegion administrator) {
        return SqlTx.dsl(tx)
                .selectFrom(ASSOCIATION)
                .where(Tenant.is(administrator))
                .orderBy(TARGET)
                .fetch(JdbcPolicyAssociations::association);
    }

    @Override
    public List<PolicyAssociation> pending(Tx tx, AccountRegion administrator, int limit) {
        return SqlTx.dsl(tx)
                .selectFrom(ASSOCIATION)
                .where(Tenant.is(administrator).and(accountsWith(PolicyAssociation.Status.PENDING)))
                .orderBy(TARGET)
                .limit(limit)
                .fetch(JdbcPolicyAssociations::association);
    }

    @Override
    public List<AccountRegion> administratorsWith(Tx tx, PolicyAssociation.Status status) {
        return SqlTx.dsl(tx)
                .selectDistinct(ACCOUNT, REGION)
                .from(ASSOCIATION)
                .where(accountsWith(status))
                .orderBy(ACCOUNT, REGION)
                .fetch(row -> AccountRegion.of(row.value1(), row.value2()));
    }

    @Override
    public void put(Tx tx, AccountRegion administrator, Collection<PolicyAssociation> associations) {
        for (PolicyAssociation association : associations) {
            SqlTx.dsl(tx)
                    .insertInto(ASSOCIATION)
                    .set(Tenant.row(administrator))
                    .set(TARGET, association.target().id())
                    .set(POLICY_ID, association.policyId())
                    .set(TYPE, association.type().name())
                    .set(STATUS, association.status().name())
                    .set(MESSAGE, association.message())
                    .set(UPDATED_AT, association.updatedAt().toEpochMilli())
                    .onConflict(ACCOUNT, REGION, TARGET)
                    .doUpdate()
                    .setAllToExcluded()
                    .execute();
        }
    }

    @Override
    public void remove(Tx tx, AccountRegion administrator, Collection<PolicyTarget> targets) {
        SqlTx.dsl(tx)
                .deleteFrom(ASSOCIATION)
                .where(Tenant.is(administrator))
                .and(TARGET.in(targets.stream().map(PolicyTarget::id).toList()))
                .execute();
    }

    @Override
    public void removeAll(Tx tx, AccountRegion administrator) {
        SqlTx.dsl(tx).deleteFrom(ASSOCIATION).where(Tenant.is(administrator)).execute();
    }

    /** The status is written into statements, so that the partial index of what is pending answers them. */
    private static Condition accountsWith(PolicyAssociation.Status status) {
        return STATUS.eq(inline(status.name())).and(TARGET.ne(PolicyTarget.ROOT_ID));
    }

    private static PolicyAssociation association(Record row) {
        return new PolicyAssociation(
                PolicyTarget.read(row.get(TARGET)),
                row.get(POLICY_ID),
                PolicyAssociation.Type.valueOf(row.get(TYPE)),
                PolicyAssociation.Status.valueOf(row.get(STATUS)),
                row.get(MESSAGE),
                Instant.ofEpochMilli(row.get(UPDATED_AT)));
    }

    private static Field<String> text(String column) {
        return field(name(column), SQLDataType.CLOB);
    }
}
