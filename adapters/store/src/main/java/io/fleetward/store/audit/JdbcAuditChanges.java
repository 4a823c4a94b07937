// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.audit.AuditChanges;
import io.fleetward.application.audit.ChangedResource;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.ResourceType;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The tables {@code audit_change} and {@code audit_continuous_off}. Thread-safe. */
public final class JdbcAuditChanges implements AuditChanges {
    private static final Table<Record> CHANGE = table(name("audit_change"));
    private static final Field<Long> SEQUENCE = number("sequence");
    private static final Field<String> RESOURCE_TYPE = text("resource_type");
    private static final Field<String> RESOURCE_NAME = text("resource_name");
    private static final Field<Integer> IS_DEFERRED = integer("is_deferred");

    private static final Table<Record> OFF = table(name("audit_continuous_off"));

    @Override
    public void add(Tx tx, AccountRegion scope, ChangedResource resource) {
        SqlTx.dsl(tx)
                .insertInto(CHANGE)
                .set(Tenant.row(scope))
                .set(RESOURCE_TYPE, resource.type().name())
                .set(RESOURCE_NAME, resource.name())
                .set(IS_DEFERRED, 0)
                .execute();
    }

    @Override
    public List<Noted> waiting(Tx tx, AccountRegion scope, boolean withDeferred, int limit) {
        return SqlTx.dsl(tx)
                .select(SEQUENCE, RESOURCE_TYPE, RESOURCE_NAME)
                .from(CHANGE)
                .where(Tenant.is(scope).and(withDeferred ? noCondition() : IS_DEFERRED.eq(0)))
                .orderBy(SEQUENCE)
                .limit(limit)
                .fetch(JdbcAuditChanges::noted);
    }

    @Override
    public void defer(Tx tx, AccountRegion scope, Collection<Long> sequences) {
        SqlTx.dsl(tx)
                .update(CHANGE)
                .set(IS_DEFERRED, 1)
                .where(these(scope, sequences))
                .execute();
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, Collection<Long> sequences) {
        SqlTx.dsl(tx).deleteFrom(CHANGE).where(these(scope, sequences)).execute();
    }

    @Override
    public List<AccountRegion> scopesWaiting(Tx tx) {
        return SqlTx.dsl(tx).selectDistinct(ACCOUNT, REGION).from(CHANGE).fetch(Tenant::of);
    }

    @Override
    public boolean isOn(Tx tx, AccountRegion scope) {
        return !SqlTx.dsl(tx).fetchExists(OFF, Tenant.is(scope));
    }

    @Override
    public void setOn(Tx tx, AccountRegion scope, boolean isOn) {
        if (isOn) {
            SqlTx.dsl(tx).deleteFrom(OFF).where(Tenant.is(scope)).execute();
        } else {
            SqlTx.dsl(tx)
                    .insertInto(OFF)
                    .set(Tenant.row(scope))
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private static Condition these(AccountRegion scope, Collection<Long> sequences) {
        return Tenant.is(scope).and(SEQUENCE.in(sequences));
    }

    private static Noted noted(Record row) {
        return new Noted(
                row.get(SEQUENCE),
                new ChangedResource(ResourceType.valueOf(row.get(RESOURCE_TYPE)), row.get(RESOURCE_NAME)));
    }
}
