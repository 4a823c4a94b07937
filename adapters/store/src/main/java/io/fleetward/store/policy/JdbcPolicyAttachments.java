// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.policy;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.policy.PolicyAttachment;
import io.fleetward.application.policy.PolicyAttachments;
import io.fleetward.application.policy.PolicyTarget;
import io.fleetward.application.registry.certificate.CreationOrder;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code policy_attachment}. Thread-safe. */
public final class JdbcPolicyAttachments implements PolicyAttachments {
    private static final Table<Record> ATTACHMENT = table(name("policy_attachment"));
    private static final Table<Record> POLICIES = table(name("policy"));
    private static final Field<String> TARGET = text("target");
    private static final Field<String> POLICY = text("policy");
    private static final Field<String> KIND = text("kind");
    private static final Field<Long> ATTACHED_AT = number("attached_at");
    private static final List<Field<?>> COLUMNS = List.of(ACCOUNT, REGION, TARGET, POLICY, KIND, ATTACHED_AT);

    @Override
    public boolean isAttached(Tx tx, AccountRegion scope, PolicyName policy, PolicyTarget target) {
        return SqlTx.dsl(tx).fetchExists(ATTACHMENT, is(scope, policy, target));
    }

    @Override
    public void add(Tx tx, PolicyAttachment attachment) {
        Map<Field<?>, Object> row = Tenant.row(attachment.scope());
        row.put(TARGET, attachment.target().text());
        row.put(POLICY, attachment.policy().value());
        row.put(KIND, attachment.target().kind().name());
        row.put(ATTACHED_AT, attachment.attachedAt().toEpochMilli());
        SqlTx.dsl(tx).insertInto(ATTACHMENT).set(row).execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, PolicyName policy, PolicyTarget target) {
        return SqlTx.dsl(tx)
                        .deleteFrom(ATTACHMENT)
                        .where(is(scope, policy, target))
                        .execute()
                > 0;
    }

    @Override
    public List<PolicyAttachment> ofTargets(Tx tx, AccountRegion scope, Collection<PolicyTarget> targets) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(ATTACHMENT)
                .where(isOneOf(scope, targets))
                .orderBy(ATTACHED_AT, POLICY)
                .fetch(JdbcPolicyAttachments::attachment);
    }

    @Override
    public Page<PolicyAttachment> ofPolicy(
            Tx tx, AccountRegion scope, PolicyName policy, TargetFilter filter, PageRequest page) {
        List<PolicyAttachment> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(ATTACHMENT)
                .where(Tenant.is(scope).and(POLICY.eq(policy.value())))
                .and(filter.isPrincipalsOnly() ? KIND.ne(PolicyTarget.Kind.THING_GROUP.name()) : noCondition())
                .and(after(page.after(), filter.isAscending()))
                .orderBy(order(filter.isAscending()))
                .limit(page.limit() + 1)
                .fetch(JdbcPolicyAttachments::attachment);
        return Page.cut(read, page.limit(), row -> row.amongTargets().key());
    }

    @Override
    public List<PolicyVersion> inForce(Tx tx, AccountRegion scope, Collection<PolicyTarget> targets) {
        return SqlTx.dsl(tx)
                .select(VersionColumns.ALL)
                .from(VersionColumns.POLICY_VERSION)
                .join(POLICIES)
                .on(VersionColumns.isInForce())
                .where(VersionColumns.isOf(scope))
                .and(VersionColumns.POLICY.in(select(POLICY).from(ATTACHMENT).where(isOneOf(scope, targets))))
                .orderBy(VersionColumns.POLICY)
                .fetch(VersionColumns::version);
    }

    @Override
    public int count(Tx tx, AccountRegion scope, Arn target) {
        return SqlTx.dsl(tx).fetchCount(ATTACHMENT, Tenant.is(scope).and(TARGET.eq(target.toString())));
    }

    @Override
    public void detachAll(Tx tx, AccountRegion scope, Arn target) {
        SqlTx.dsl(tx)
                .deleteFrom(ATTACHMENT)
                .where(Tenant.is(scope).and(TARGET.eq(target.toString())))
                .execute();
    }

    private static Condition is(AccountRegion scope, PolicyName policy, PolicyTarget target) {
        return Tenant.is(scope).and(TARGET.eq(target.text())).and(POLICY.eq(policy.value()));
    }

    private static Condition isOneOf(AccountRegion scope, Collection<PolicyTarget> targets) {
        return Tenant.is(scope)
                .and(TARGET.in(targets.stream().map(PolicyTarget::text).toList()));
    }

    private static Condition after(@Nullable String key, boolean isAscending) {
        if (key == null) {
            return noCondition();
        }
        CreationOrder last = CreationOrder.parse(key);
        var position = row(ATTACHED_AT, TARGET);
        long attachedAt = last.createdAt().toEpochMilli();
        return isAscending ? position.gt(attachedAt, last.id()) : position.lt(attachedAt, last.id());
    }

    private static List<OrderField<?>> order(boolean isAscending) {
        return isAscending ? List.of(ATTACHED_AT.asc(), TARGET.asc()) : List.of(ATTACHED_AT.desc(), TARGET.desc());
    }

    private static PolicyAttachment attachment(Record row) {
        var target = new PolicyTarget(PolicyTarget.Kind.valueOf(row.get(KIND)), row.get(TARGET));
        return new PolicyAttachment(
                Tenant.of(row), new PolicyName(row.get(POLICY)), target, Instant.ofEpochMilli(row.get(ATTACHED_AT)));
    }
}
