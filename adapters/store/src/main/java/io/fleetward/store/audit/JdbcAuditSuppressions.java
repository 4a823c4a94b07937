// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.audit.AuditSuppressions;
import io.fleetward.application.audit.SuppressionOrder;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.suppression.AuditSuppression;
import io.fleetward.audit.suppression.Suppressions;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code audit_suppression}. Thread-safe. */
public final class JdbcAuditSuppressions implements AuditSuppressions {
    private static final Table<Record> SUPPRESSION = table(name("audit_suppression"));
    private static final Field<String> CHECK_NAME = text("check_name");
    private static final Field<String> MEMBERS = text("resource_members");
    private static final Field<String> RESOURCE_TYPE = text("resource_type");
    private static final Field<Long> EXPIRES_AT = number("expires_at");
    private static final Field<String> DESCRIPTION = text("description");
    private static final Field<String> TOKEN = text("token");
    private static final List<Field<?>> COLUMNS = List.of(CHECK_NAME, RESOURCE_TYPE, MEMBERS, EXPIRES_AT, DESCRIPTION);

    @Override
    public @Nullable AuditSuppression find(Tx tx, AccountRegion scope, CheckName check, ResourceIdentifier resource) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(SUPPRESSION)
                .where(is(scope, check, resource))
                .fetchOne(JdbcAuditSuppressions::suppression);
    }

    @Override
    public @Nullable AuditSuppression findByToken(Tx tx, AccountRegion scope, String token) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(SUPPRESSION)
                .where(Tenant.is(scope).and(TOKEN.eq(token)))
                .fetchOne(JdbcAuditSuppressions::suppression);
    }

    @Override
    public void add(Tx tx, AccountRegion scope, AuditSuppression suppression, String token) {
        SqlTx.dsl(tx)
                .insertInto(SUPPRESSION)
                .set(Tenant.row(scope))
                .set(CHECK_NAME, suppression.check().value())
                .set(RESOURCE_TYPE, suppression.resource().type().name())
                .set(MEMBERS, ResourceColumns.members(suppression.resource()))
                .set(EXPIRES_AT, SuppressionOrder.millis(suppression.expiresAt()))
                .set(DESCRIPTION, suppression.description())
                .set(TOKEN, token)
                .execute();
    }

    @Override
    public void replace(Tx tx, AccountRegion scope, AuditSuppression suppression) {
        SqlTx.dsl(tx)
                .update(SUPPRESSION)
                .set(EXPIRES_AT, SuppressionOrder.millis(suppression.expiresAt()))
                .set(DESCRIPTION, suppression.description())
                .where(is(scope, suppression.check(), suppression.resource()))
                .execute();
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, CheckName check, ResourceIdentifier resource) {
        SqlTx.dsl(tx).deleteFrom(SUPPRESSION).where(is(scope, check, resource)).execute();
    }

    @Override
    public int count(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx).fetchCount(SUPPRESSION, Tenant.is(scope));
    }

    @Override
    public Suppressions inForce(Tx tx, AccountRegion scope, CheckName check, Instant now) {
        return new Suppressions(new HashSet<>(SqlTx.dsl(tx)
                .select(RESOURCE_TYPE, MEMBERS)
                .from(SUPPRESSION)
                .where(Tenant.is(scope).and(CHECK_NAME.eq(check.value())).and(EXPIRES_AT.gt(now.toEpochMilli())))
                .fetch(ResourceColumns::identifier)));
    }

    @Override
    public Page<AuditSuppression> list(Tx tx, AccountRegion scope, SuppressionFilter filter, PageRequest page) {
        List<AuditSuppression> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(SUPPRESSION)
                .where(Tenant.is(scope).and(EXPIRES_AT.gt(filter.now().toEpochMilli())))
                .and(
                        filter.check() == null
                                ? noCondition()
                                : CHECK_NAME.eq(filter.check().value()))
                .and(ResourceColumns.has(filter.resource()))
                .and(after(page.after(), filter.isAscending()))
                .orderBy(List.of(EXPIRES_AT, CHECK_NAME, MEMBERS).stream()
                        .map(field -> order(field, filter.isAscending()))
                        .toList())
                .limit(page.limit() + 1)
                .fetch(JdbcAuditSuppressions::suppression);
        return Page.cut(
                read,
                page.limit(),
                suppression -> SuppressionOrder.of(suppression, ResourceColumns.members(suppression.resource()))
                        .key());
    }

    @Override
    public List<Expired> removeExpired(Tx tx, Instant now, int limit) {
        List<Expired> expired = SqlTx.dsl(tx)
                .select(ACCOUNT, REGION)
                .select(COLUMNS)
                .from(SUPPRESSION)
                .where(EXPIRES_AT.le(now.toEpochMilli()))
                .limit(limit)
                .fetch(row -> new Expired(Tenant.of(row), suppression(row)));
        for (Expired gone : expired) {
            remove(
                    tx,
                    gone.scope(),
                    gone.suppression().check(),
                    gone.suppression().resource());
        }
        return expired;
    }

    private static Condition is(AccountRegion scope, CheckName check, ResourceIdentifier resource) {
        return Tenant.is(scope).and(CHECK_NAME.eq(check.value())).and(MEMBERS.eq(ResourceColumns.members(resource)));
    }

    private static Condition after(@Nullable String key, boolean isAscending) {
        if (key == null) {
            return noCondition();
        }
        SuppressionOrder last = SuppressionOrder.parse(key);
        var columns = row(EXPIRES_AT, CHECK_NAME, MEMBERS);
        var values = row(last.expiresAt(), last.check(), last.resource());
        return isAscending ? columns.gt(values) : columns.lt(values);
    }

    private static OrderField<?> order(Field<?> field, boolean isAscending) {
        return isAscending ? field.asc() : field.desc();
    }

    private static AuditSuppression suppression(Record row) {
        long expiresAt = row.get(EXPIRES_AT);
        return new AuditSuppression(
                new CheckName(row.get(CHECK_NAME)),
                ResourceColumns.identifier(row),
                expiresAt == Long.MAX_VALUE ? null : Instant.ofEpochMilli(expiresAt),
                row.get(DESCRIPTION));
    }
}
